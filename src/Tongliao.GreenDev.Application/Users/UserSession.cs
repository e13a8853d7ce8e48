namespace Tongliao.GreenDev.Application.Users;

/// <summary>A signed-in browser (会话). It lives here and not in the cookie, so that signing out or disabling an account really ends it.</summary>
public sealed class UserSession
{
    /// <summary>Hash of the key that the cookie carries.</summary>
    public required string Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>The protected authentication ticket.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The earlier of idle and absolute limit.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}

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

/// <summary>The hash of a password used before, so that it is not used again.</summary>
public sealed class FormerPassword
{
    public long Id { get; private init; }

    public required Guid UserId { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset ReplacedAt { get; init; }
}
