namespace Tongliao.GreenDev.Application.Notices;

/// <summary>A page of what was sent.</summary>
/// <param name="Rows">In the order that was asked for.</param>
/// <param name="Total">On all pages.</param>
public sealed record MessageExcerpt(IReadOnlyList<MessageRow> Rows, int Total);
