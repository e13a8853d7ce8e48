using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>The 2023 baselines (基数) with the plan they belong to.</summary>
public sealed record BaselineTable(PlanFacts Facts, IReadOnlyList<Baseline> Baselines)
{
    private readonly Dictionary<(int Unit, int Indicator), Baseline> recorded = Baselines.ToDictionary(baseline => (baseline.UnitId, baseline.IndicatorId));

    /// <summary>Indicators whose value rests on a baseline, then those that have one all the same.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } =
    [
        .. Facts.Plan.Indicators
            .Where(indicator => indicator.RestsOnBaseline || Baselines.Any(b => b.IndicatorId == indicator.Id && !b.Inputs.IsEmpty))
            .OrderByDescending(indicator => indicator.BaselineRequired).ThenByDescending(indicator => indicator.IsSum).ThenBy(indicator => indicator.Number),
    ];

    /// <summary>Why none can be set any more; null as long as one can.</summary>
    public string? WhySettled => SettledQuarters.Why(Facts.Periods, "基数");

    /// <summary>What was recorded of a unit for an indicator; null for nothing.</summary>
    public Baseline? this[ReportingUnit unit, Indicator indicator] => recorded.GetValueOrDefault((unit.Id, indicator.Id));
}
