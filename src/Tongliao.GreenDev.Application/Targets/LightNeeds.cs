using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What is missing for which light: targets and baselines, and year ends that later years are counted from. What can no more be set or reported is not missing.</summary>
internal static class LightNeeds
{
    /// <param name="reference">As it is known now.</param>
    /// <param name="table">With the figures of all quarters, as submitted.</param>
    /// <param name="today">A quarter that is over is missing even if it was never opened.</param>
    public static IReadOnlyList<LightNeed> Of(ReferenceData reference, FigureTable table, DateOnly today) =>
    [
        .. (from period in reference.Facts.Periods
            where period.State != PeriodState.Locked

            // By the readings in force: two quarters of a year may be judged by different ones.
            from indicator in reference.InForce(period.Quarter).Facts.Plan.Indicators
            let target = indicator.TargetOf(period.Quarter.Year)
            where target is not null
            from need in Of(reference, table, indicator, target, today)
            where need.Units.Count > 0
            orderby need.IsRequired descending, need.Indicator.Number, need.Year
            select need).DistinctBy(need => (need.Indicator.Number, need.Year, need.What)),
    ];

    private static IEnumerable<LightNeed> Of(ReferenceData reference, FigureTable table, Indicator indicator, IndicatorTarget target, DateOnly today)
    {
        var facts = reference.Facts;
        if (indicator.IsSum)
        {
            yield return new LightNeed(
                indicator, target.Year, $"{target.Year}年分解指标", "本单位不亮灯，只计入汇总", IsRequired: false,
                Missing(facts, unit => ReferenceLacks.Target(reference, unit, indicator, target.Year, TargetQuarters.LastEffectiveDay(target.Year))));
        }

        if (CountsBaseline(facts, indicator, target))
        {
            var isRequired = indicator.BaselineRequired || target.WindowStartYear is not null || target.IsIncrease;
            yield return new LightNeed(
                indicator, target.Year, $"{facts.Plan.BaselineYear}年基数", isRequired ? "本单位和汇总都不亮灯（基数缺失）" : "按0计，累计数可能偏小", isRequired,
                Missing(facts, unit => indicator.IsMadeFrom(unit.Sets) && ReferenceLacks.Baseline(reference, unit, indicator)));
        }

        foreach (var yearEnd in YearEndsCounted(facts, indicator, target, today))
        {
            yield return new LightNeed(
                indicator, target.Year, $"{yearEnd.Year}年末数（{yearEnd.ChineseName}填报）", "本单位和汇总都不亮灯（基数缺失）", IsRequired: true,
                Missing(facts, unit => indicator.IsMadeFrom(unit.Sets)
                    && !ValueMeasure.HasReported(indicator, table.FiguresOf(unit, indicator, reference.InForce(yearEnd).Known).GetValueOrDefault(yearEnd))));
        }
    }

    private static bool CountsBaseline(PlanFacts facts, Indicator indicator, IndicatorTarget target) => target.Basis switch
    {
        TargetBasis.Cumulative => indicator.IsSum,
        TargetBasis.Window => indicator.IsSum && target.WindowStartYear <= facts.Plan.BaselineYear,
        TargetBasis.Increase or TargetBasis.RelativeIncrease => target.Year == indicator.Targets[0].Year,
        TargetBasis.Level or TargetBasis.YearAmount => false,
    };

    /// <summary>Those that were ever opened, or are over: any other is not yet missing.</summary>
    private static IEnumerable<Quarter> YearEndsCounted(PlanFacts facts, Indicator indicator, IndicatorTarget target, DateOnly today)
    {
        var first = target.Basis switch
        {
            TargetBasis.Increase or TargetBasis.RelativeIncrease => Math.Max(target.Year - 1, indicator.Targets[0].Year),
            TargetBasis.Cumulative or TargetBasis.Window => Math.Max(indicator.Targets[0].Year, target.WindowStartYear ?? 0),
            TargetBasis.Level or TargetBasis.YearAmount => target.Year,
        };
        return facts.Periods
            .Where(period => (period.OpenedAt is not null || period.Quarter.LastDay < today) && period.Quarter.IsYearEnd && period.Quarter.Year >= first && period.Quarter.Year < target.Year)
            .Select(period => period.Quarter);
    }

    private static IReadOnlyList<ReportingUnit> Missing(PlanFacts facts, Func<ReportingUnit, bool> isMissing) => [.. facts.Plan.Units.Where(isMissing)];
}
