using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>How somebody is told besides the portal, for themselves.</summary>
/// <param name="IsConfigured">Whether the portal sends mail at all.</param>
/// <param name="Address">Where their mail goes; null for nowhere.</param>
/// <param name="Kinds">What they may be told.</param>
/// <param name="Declined">What of it does not come by mail.</param>
public sealed record OwnMail(bool IsConfigured, string? Address, IReadOnlyList<NoticeKind> Kinds, IReadOnlyList<NoticeKind> Declined)
{
    /// <summary>Whether there is anything to be mailed to them: notices, or a test.</summary>
    public bool HasUse { get; init; }

    /// <summary>The address whose code is awaited; null for none.</summary>
    public string? AskedAddress { get; init; }

    public DateTimeOffset? CodeUntil { get; init; }

    /// <summary>Chinese: why that code was not sent; null while nothing went wrong.</summary>
    public string? CodeFault { get; init; }
}
