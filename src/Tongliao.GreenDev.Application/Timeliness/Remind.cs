using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Whom to remind of a period.</summary>
/// <param name="Quarter">The period.</param>
/// <param name="UnitCode">One unit; null for all that are not complete.</param>
/// <param name="Until">By when.</param>
/// <param name="Words">Something to be said besides; may be empty.</param>
public sealed record Remind(Quarter Quarter, string? UnitCode, DateOnly? Until, string? Words);
