using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Which baselines (基数) and unit targets (分解指标) ratings go without.</summary>
public sealed record ReferenceGaps
{
    private ReferenceGaps()
    {
    }

    /// <summary>The year whose targets were looked for: that of the quarter people work on.</summary>
    public int Year { get; private init; }

    /// <summary>Baselines without which there is no light (基数缺失).</summary>
    public IReadOnlyList<MissingFrom> RequiredBaselines { get; private init; } = [];

    /// <summary>Baselines that count as 0 as long as they are not recorded.</summary>
    public IReadOnlyList<MissingFrom> OtherBaselines { get; private init; } = [];

    /// <summary>Sums that a unit was given no target of its own for (未分解).</summary>
    public IReadOnlyList<MissingFrom> Targets { get; private init; } = [];

    /// <summary>Of how many baselines were looked for.</summary>
    public int BaselinesDue { get; private init; }

    /// <summary>Of how many targets were looked for.</summary>
    public int TargetsDue { get; private init; }

    public int BaselinesMissing => RequiredBaselines.Concat(OtherBaselines).Sum(missing => missing.Units.Count);

    public int TargetsMissing => Targets.Sum(missing => missing.Units.Count);

    /// <summary>What cannot be set any more, since every quarter that rests on it is locked, is not missing.</summary>
    internal static ReferenceGaps Of(ReferenceData reference, DateOnly today)
    {
        var facts = reference.Facts;
        var year = facts.CurrentPeriod().Quarter.Year;
        var day = TargetTable.DayIn(year, today);
        var sums = facts.Plan.Indicators.Where(indicator => indicator.IsSum || indicator.BaselineRequired).ToList();
        var divided = facts.Plan.Indicators.Where(indicator => indicator.IsSum && indicator.TargetOf(year) is not null).ToList();
        var baselines = SettledQuarters.Why(facts.Periods, "") is null ? WithoutBaseline(reference, sums) : [];
        return new ReferenceGaps
        {
            Year = year,
            RequiredBaselines = [.. baselines.Where(missing => missing.Indicator.BaselineRequired)],
            OtherBaselines = [.. baselines.Where(missing => !missing.Indicator.BaselineRequired)],
            Targets = SettledQuarters.WhyOfYear(facts.Periods, year) is null
                ? Without(facts.Plan, divided, (unit, indicator) => ReferenceLacks.Target(reference, unit, indicator, year, day))
                : [],
            BaselinesDue = Due(facts.Plan, sums),
            TargetsDue = Due(facts.Plan, divided),
        };
    }

    private static List<MissingFrom> WithoutBaseline(ReferenceData reference, IEnumerable<Indicator> indicators) =>
        Without(reference.Facts.Plan, indicators, (unit, indicator) => ReferenceLacks.Baseline(reference, unit, indicator));

    private static List<MissingFrom> Without(Plan plan, IEnumerable<Indicator> indicators, Func<ReportingUnit, Indicator, bool> isMissing) =>
    [
        .. from indicator in indicators
           let units = plan.Units.Where(unit => indicator.IsMadeFrom(unit.Sets) && isMissing(unit, indicator)).ToList()
           where units.Count > 0
           select new MissingFrom(indicator, units),
    ];

    private static int Due(Plan plan, IEnumerable<Indicator> indicators) => indicators.Sum(indicator => plan.Units.Count(unit => indicator.IsMadeFrom(unit.Sets)));
}
