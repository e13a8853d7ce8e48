namespace Tongliao.GreenDev.Application.Users;

/// <summary>A token as its owner sees it.</summary>
public sealed record TokenRow(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);
