namespace Tongliao.GreenDev.Application.Identity;

/// <summary>The hash of a password used before, so that it is not used again.</summary>
public sealed class FormerPassword
{
    public long Id { get; private init; }

    public required Guid UserId { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset ReplacedAt { get; init; }
}
