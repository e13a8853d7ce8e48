using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>Says in Chinese how an indicator is measured and judged, from its data alone.</summary>
public static class IndicatorWords
{
    private static readonly string[] Quarters = ["一季度", "二季度", "三季度", "四季度"];

    /// <summary>计算方法.</summary>
    public static string Formula(Indicator indicator) => indicator.Kind switch
    {
        MeasureKind.StockRatio or MeasureKind.FlowRatio =>
            $"{Label(indicator, InputKey.Numerator)} ÷ {Label(indicator, InputKey.Denominator)}{(indicator.IsPercentage ? " × 100%" : "")}",
        MeasureKind.WaterLoss =>
            $"（{Label(indicator, InputKey.Supplied)} − {Label(indicator, InputKey.Billed)}）÷ {Label(indicator, InputKey.Supplied)} × 100%{(indicator.RatesUncorrectedLoss ? "" : $" − {Label(indicator, InputKey.Correction)}")}",
        MeasureKind.Sum => $"{Label(indicator, InputKey.Amount)}，汇总为各单位之和",
    };

    /// <summary>A field with its unit, for example 建成区面积（平方公里）.</summary>
    public static string WithUnit(InputField field) => $"{field.Label}（{field.Unit}）";

    /// <summary>The numbers of a report in the order of the indicator's fields, for example 58 / 100; — for none.</summary>
    public static string Numbers(Indicator indicator, ReportedInputs? inputs) => inputs is null or { IsEmpty: true }
        ? "—"
        : string.Join(" / ", indicator.Inputs.Select(field => inputs[field.Key] is { } value ? NumberText.Display(value) : "—"));

    /// <summary>How the city's value is made.</summary>
    public static string CityValue(Indicator indicator) => indicator.Kind switch
    {
        MeasureKind.StockRatio or MeasureKind.FlowRatio => "汇总值＝各单位分子合计 ÷ 分母合计，不取各单位百分比的平均",
        MeasureKind.WaterLoss => "汇总值按各单位供水总量加权",
        MeasureKind.Sum => "汇总值＝各单位之和",
    };

    /// <summary>方向.</summary>
    public static string Direction(Indicator indicator) =>
        indicator.Targets.Any(target => target.Comparison == Comparison.AtMost) ? "↓ 越低越好" : "↑ 越高越好";

    /// <summary>A cell of the annex on one line.</summary>
    public static string OnOneLine(string printed) => printed.Replace("\n", "", StringComparison.Ordinal);

    /// <summary>时序进度: what is expected at each quarter's end.</summary>
    public static string ExpectedPath(Indicator indicator)
    {
        if (indicator.IsSum)
        {
            var shares = indicator.ProgressCurve.Select((share, i) => Quarters[i] + Plain(share * 100) + "%");
            return $"按季度时序：当年应增量的{string.Join('、', shares)}";
        }

        var yearEndOnly = indicator.Targets.Where(target => target.IsIncrease)
            .Select(target => string.Create(CultureInfo.InvariantCulture, $"{target.Year}年按较上年末的提高幅度在年末考核，前三季度不判定"));
        var levels = indicator.Targets.Where(target => target.Basis == TargetBasis.Level).ToList();
        var path = indicator.Kind == MeasureKind.StockRatio && levels.Count > 1 && levels[0].Value != levels[^1].Value
            ? string.Create(CultureInfo.InvariantCulture, $"{levels[0].Year}年各季度均为当年目标；{levels[^1].Year}年由上年目标逐季匀速升至当年目标")
            : "各季度均为当年目标";
        return string.Join('；', yearEndOnly.Prepend(path));
    }

    /// <summary>预警容差.</summary>
    public static string ToleranceText(Indicator indicator) => indicator.Tolerance.Kind switch
    {
        ToleranceKind.PercentagePoints => Plain(indicator.Tolerance.Value) + "个百分点",
        ToleranceKind.Absolute => Plain(indicator.Tolerance.Value) + indicator.Unit,
        ToleranceKind.ShareOfTarget => $"全年目标的{Plain(indicator.Tolerance.Value)}%，且不超过当年到本季应增量的一半",
    };

    /// <summary>Which units make the city's value.</summary>
    public static string Counting(Indicator indicator, Plan plan) => indicator.CityScope switch
    {
        CityScope.AllUnits => $"全部{plan.Units.Count}个填报单位",
        CityScope.CentralUrban =>
            $"市中心城区：{string.Join('、', plan.Units.Where(unit => unit.IsIn(UnitSet.CentralUrban)).Select(unit => unit.ShortName))}；其余单位填报列为“参考”，不亮灯",
    };

    /// <summary>What a target's number counts.</summary>
    public static string BasisWords(IndicatorTarget target) => target.Basis switch
    {
        TargetBasis.Level => "期末或累计比率本身",
        TargetBasis.Increase => "较上年末提高的百分点",
        TargetBasis.RelativeIncrease => "较上年末提高的百分比（相对增幅）",
        TargetBasis.YearAmount => "当年完成量",
        TargetBasis.Cumulative => "截至期末累计量",
        TargetBasis.Window => string.Create(CultureInfo.InvariantCulture, $"{target.WindowStartYear}—{target.Year}年累计量"),
    };

    /// <summary>Names of departments in order, 无 for none.</summary>
    public static string Names(IEnumerable<Department> departments)
    {
        var names = string.Join('、', departments.Select(department => department.ShortName));
        return names.Length == 0 ? "无" : names;
    }

    private static string Label(Indicator indicator, InputKey key) => indicator.Inputs.First(field => field.Key == key).Label;

    private static string Plain(decimal number) => RatingExplanation.Plain(number);
}
