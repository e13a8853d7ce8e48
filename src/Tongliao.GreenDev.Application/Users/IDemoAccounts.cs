using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>An account that anybody may try the portal with.</summary>
public sealed record DemoAccount(string LoginName, string DisplayName, string Office, UserRole Role);

/// <summary>The accounts that came with demo data (演示账号) and their common password.</summary>
public sealed record DemoAccountList(IReadOnlyList<DemoAccount> Accounts, string Password);

/// <summary>Names the demo accounts on the sign-in page.</summary>
public interface IDemoAccounts
{
    /// <summary>Null on an installation without demo data.</summary>
    Task<DemoAccountList?> ListAsync(CancellationToken cancellationToken);
}
