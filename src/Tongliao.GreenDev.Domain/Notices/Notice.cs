namespace Tongliao.GreenDev.Domain.Notices;

/// <summary>通知: what one person was told by the portal.</summary>
public sealed class Notice
{
    public long Id { get; private init; }

    /// <summary>Whom.</summary>
    public required Guid UserId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>A few words.</summary>
    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>The page where something is to be done, from the root.</summary>
    public required string Address { get; init; }

    /// <summary>Who said it: name with office, or 系统.</summary>
    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null while it is unread.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}
