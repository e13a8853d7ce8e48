namespace Tongliao.GreenDev.Application.Users;

/// <summary>A new token; <paramref name="Token"/> is shown once and kept nowhere.</summary>
public sealed record CreatedToken(Guid Id, string Name, string Token, DateTimeOffset ExpiresAt);
