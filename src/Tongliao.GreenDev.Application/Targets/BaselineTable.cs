using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>The 2023 baselines (基数) with the plan they belong to.</summary>
public sealed record BaselineTable(ReferenceData Reference)
{
    /// <summary>Indicators whose value rests on a baseline, then those that have one all the same.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } =
    [
        .. Reference.Plan.Indicators
            .Where(indicator => indicator.IsSum || Reference.Baselines.Any(b => b.IndicatorId == indicator.Id && !b.Inputs.IsEmpty))
            .OrderByDescending(indicator => indicator.BaselineRequired).ThenByDescending(indicator => indicator.IsSum).ThenBy(indicator => indicator.Number),
    ];
}
