using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>What an indicator's yearly targets owe the plan's years and the indicator's measure.</summary>
internal sealed class PlanFileTargetRules(PlanFileMeta meta, Indicator indicator, string indicatorPath, PlanFaults faults)
{
    private readonly string targetsPath = $"{indicatorPath}.targets";

    public void Check()
    {
        var years = Enumerable.Range(meta.FirstYear, Math.Max(0, meta.LastYear - meta.FirstYear + 1));
        faults.Require(
            indicator.Targets.Select(target => target.Year).SequenceEqual(years), targetsPath, $"应依次为{meta.FirstYear}至{meta.LastYear}各年");
        faults.Require(
            indicator.Annex.Targets.Count == indicator.Targets.Count, $"{indicatorPath}.annex.targets", "格数应与targets相同");
        for (var i = 0; i < indicator.Targets.Count; i++)
        {
            CheckSign(indicator.Targets[i], $"{targetsPath}[{i}]");
            CheckValue(indicator.Targets[i], $"{targetsPath}[{i}]");
            CheckBasis(indicator.Targets[i], $"{targetsPath}[{i}]");
            CheckWindow(indicator.Targets[i], $"{targetsPath}[{i}]");
        }
    }

    private void CheckSign(IndicatorTarget target, string path)
    {
        var fits = target.Comparison switch
        {
            Comparison.AtLeast => target.PrintedSign is "≥" or "=",
            Comparison.MoreThan => target.PrintedSign == ">",
            Comparison.AtMost => target.PrintedSign == "≤",
        };
        faults.Require(fits, $"{path}.printedSign", $"“{target.PrintedSign}”与comparison不符");
    }

    private void CheckValue(IndicatorTarget target, string path)
    {
        var fits = target.IsIncrease ? target.Value > 0 : indicator.HardRange.Contains(target.Value);
        faults.Require(fits, $"{path}.value", "目标值应在hardRange之内，递增的目标应为正数");
    }

    private void CheckBasis(IndicatorTarget target, string path)
    {
        var ofSums = target.Basis switch
        {
            TargetBasis.Level or TargetBasis.Increase or TargetBasis.RelativeIncrease => false,
            TargetBasis.YearAmount or TargetBasis.Cumulative or TargetBasis.Window => true,
        };
        faults.Require(
            ofSums == indicator.IsSum, $"{path}.basis", "比率用level、increase或relativeIncrease，累计量用yearAmount、cumulative或window");

        faults.Require(
            !target.IsIncrease || indicator.Kind != MeasureKind.WaterLoss, $"{path}.basis", "漏损率不能用increase");
    }

    private void CheckWindow(IndicatorTarget target, string path)
    {
        var isWindow = target.Basis == TargetBasis.Window;
        faults.Require(isWindow == target.WindowStartYear is not null, $"{path}.windowStartYear", "只有window须写起始年");
        if (!isWindow || target.WindowStartYear is not { } start)
        {
            return;
        }

        var baselineYear = meta.FirstYear - 1;
        faults.Require(start >= baselineYear && start <= target.Year, $"{path}.windowStartYear", $"应在{baselineYear}与{target.Year}之间");
        faults.Require(start > baselineYear || indicator.BaselineRequired, $"{indicatorPath}.baselineRequired", "窗口从基期开始，应为true");
    }
}
