namespace Tongliao.GreenDev.Application.Notices;

/// <summary>A page of what was sent.</summary>
/// <param name="Rows">The latest first.</param>
/// <param name="Total">On all pages.</param>
public sealed record MessageExcerpt(IReadOnlyList<MessageRow> Rows, int Total);
