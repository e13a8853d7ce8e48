using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>That an account has changed; what it is now the administrator's page reads anew.</summary>
public sealed record CurrentUser(int Version) : CurrentState(Version);
