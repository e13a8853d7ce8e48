using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>How fast everybody answers in a period (答复用时).</summary>
/// <param name="Facts">The plan and periods it was read with.</param>
/// <param name="Period">When.</param>
/// <param name="Times">Counties first, then the city's offices; sides that were never asked are left out.</param>
/// <param name="ReactionDays">Within how many working days an answer is due.</param>
public sealed record ReactionReport(PlanFacts Facts, ReportingPeriod Period, IReadOnlyList<ReactionTimes> Times, int ReactionDays);
