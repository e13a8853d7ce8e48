using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>What an act tells.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">A few words.</param>
/// <param name="Text">What is to be done, and until when; no reported values, for it goes out as mail.</param>
/// <param name="To">Whom.</param>
internal sealed record Announcement(NoticeKind Kind, string Title, string Text, IReadOnlyList<Addressee> To)
{
    /// <summary>What a group of all offices may be told of it, on a line; null for nothing.</summary>
    public string? ForGroup { get; init; }
}
