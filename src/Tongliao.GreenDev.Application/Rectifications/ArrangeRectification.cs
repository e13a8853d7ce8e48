using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>整改安排 as it is typed.</summary>
/// <param name="Key">Unit and indicator, and the quarter that opened the rectification.</param>
/// <param name="Measures">整改措施.</param>
/// <param name="Owner">责任人.</param>
/// <param name="DueOn">整改期限.</param>
/// <param name="Version">The version of the last arrangement that was read, 0 for none; null to follow whatever stands there.</param>
public sealed record ArrangeRectification(ValueKey Key, string? Measures, string? Owner, DateOnly? DueOn, int? Version);
