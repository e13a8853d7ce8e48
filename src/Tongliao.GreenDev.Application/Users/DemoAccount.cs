namespace Tongliao.GreenDev.Application.Users;

/// <summary>An account that anybody may try the portal with.</summary>
public sealed record DemoAccount(string LoginName, string Office);
