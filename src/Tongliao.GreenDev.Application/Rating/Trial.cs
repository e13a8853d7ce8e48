using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>What is assumed and not stored (试算).</summary>
/// <param name="Assumed">Rows that are recorded besides, by <see cref="Recording.OnTrial"/>.</param>
/// <param name="Figures">Figures in place of those that count.</param>
internal sealed record Trial(ReferenceRecords Assumed, IReadOnlyList<ReplacedFigure> Figures)
{
    /// <summary>Whether a rating may be another one: whatever is assumed of its indicator for all, for the unit, or for one that it is made from.</summary>
    public bool Concerns(Indicator indicator, ReportingUnit unit, Quarter quarter) =>
        Assumed.Amendments.Any(amendment => amendment.IndicatorId == indicator.Id && amendment.Decision.EffectiveFrom <= quarter.LastDay)
        || Assumed.Targets.Any(target => target.IndicatorId == indicator.Id && target.UnitId == unit.Id && target.EffectiveFrom <= quarter.LastDay)
        || Assumed.Deviations.Any(deviation => deviation.IndicatorId == indicator.Id && deviation.UnitId == unit.Id && deviation.Decision.EffectiveFrom <= quarter.LastDay)
        || Assumed.Baselines.Any(baseline => baseline.IndicatorId == indicator.Id && IsMadeFrom(unit, baseline.UnitId))
        || Figures.Any(figure => figure.IndicatorId == indicator.Id && figure.Quarter <= quarter && IsMadeFrom(unit, figure.UnitId));

    /// <summary>The one indicator that it is about, by id; null where there are more.</summary>
    public int? OnlyIndicator => Assumed.Amendments.Select(amendment => amendment.IndicatorId)
        .Concat(Assumed.Targets.Select(target => target.IndicatorId))
        .Concat(Assumed.Baselines.Select(baseline => baseline.IndicatorId))
        .Concat(Assumed.Deviations.Select(deviation => deviation.IndicatorId))
        .Concat(Figures.Select(figure => figure.IndicatorId)).Distinct().ToList() is [var one] ? one : null;

    private static bool IsMadeFrom(ReportingUnit unit, int id) => unit.Id == id || unit.Reporting.Any(below => below.Id == id);
}
