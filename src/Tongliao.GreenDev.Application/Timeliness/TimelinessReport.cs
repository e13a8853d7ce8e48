using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Who holds up a period, and how fast everybody answers (进度与时效).</summary>
/// <param name="Facts">The plan and periods it was read with.</param>
/// <param name="Period">When.</param>
/// <param name="Units">In official order.</param>
/// <param name="Times">Counties first, then the city's offices; sides that were never asked are left out.</param>
/// <param name="ReactionDays">Within how many working days an answer is due.</param>
public sealed record TimelinessReport(
    PlanFacts Facts, ReportingPeriod Period, IReadOnlyList<UnitHoldups> Units, IReadOnlyList<ReactionTimes> Times, int ReactionDays);
