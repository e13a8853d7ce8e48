using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>The lights of one unit or the city in one quarter, with what they were before.</summary>
/// <param name="Facts">The plan and what else was in force for the quarter.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Period">When.</param>
/// <param name="Ratings">In the order of the indicators.</param>
/// <param name="Previous">The states of the quarter before, by indicator number.</param>
/// <param name="Trend">Counted, over up to eight quarters.</param>
public sealed record UnitLights(
    PlanFacts Facts,
    ReportingUnit Unit,
    ReportingPeriod Period,
    IReadOnlyList<IndicatorRating> Ratings,
    IReadOnlyDictionary<int, RagStatus> Previous,
    LightTrend Trend)
{
    /// <summary>The light of the quarter before where this one's differs; null where it stayed, or one of both had none.</summary>
    public RagStatus? Was(IndicatorRating rating) =>
        rating.State.IsLight() && Previous.TryGetValue(rating.Indicator.Number, out var before) && before.IsLight() && before != rating.State ? before : null;
}
