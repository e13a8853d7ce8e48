namespace Tongliao.GreenDev.Application.Users;

/// <summary>Whom to make a session for.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Stamp">The security stamp at this moment; when it changes the session ends.</param>
/// <param name="MustChangePassword">Nothing else is allowed before that.</param>
public sealed record NewSession(Guid UserId, string Stamp, bool MustChangePassword);
