namespace Tongliao.GreenDev.Application.Users;

/// <summary>The accounts that came with demo data (演示账号) and their common password.</summary>
public sealed record DemoAccountList(IReadOnlyList<DemoAccount> Accounts, string Password);
