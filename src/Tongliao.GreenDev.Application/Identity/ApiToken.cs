namespace Tongliao.GreenDev.Application.Identity;

/// <summary>A bearer token for programs (接口令牌); only its hash is kept.</summary>
public sealed class ApiToken
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string Name { get; init; }

    /// <summary>The token it was made with, which it neither outlives nor survives; null for one made by a person.</summary>
    public Guid? MadeWithId { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
