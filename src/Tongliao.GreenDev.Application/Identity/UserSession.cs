namespace Tongliao.GreenDev.Application.Identity;

/// <summary>A signed-in browser (会话). It lives here and not in the cookie, so that signing out or disabling an account really ends it.</summary>
public sealed class UserSession
{
    /// <summary>Hash of the key that the cookie carries.</summary>
    public required string Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>Network address of the sign-in.</summary>
    public required string Address { get; init; }

    /// <summary>The browser and system of the sign-in in a few words, for example Windows 上的 Edge; as the browser said, so perhaps untrue.</summary>
    public required string Device { get; init; }

    /// <summary>The protected authentication ticket.</summary>
    public required byte[] Ticket { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>The earlier of idle and absolute limit.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
