using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Who holds up a period (未报齐的原因).</summary>
/// <param name="Reader">Who reads.</param>
/// <param name="Facts">The plan and periods it was read with.</param>
/// <param name="Period">When.</param>
/// <param name="Units">In official order.</param>
public sealed record HoldupReport(Actor Reader, PlanFacts Facts, ReportingPeriod Period, IReadOnlyList<UnitHoldups> Units);
