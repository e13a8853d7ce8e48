namespace Tongliao.GreenDev.Application.Users;

/// <summary>An account with the password that works until its first use; shown once and never again.</summary>
public sealed record CreatedUser(Guid Id, string LoginName, string OneTimePassword);
