using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>
/// Invents plausible figures (演示数据): the same for the same unit, indicator and quarter every time. Each unit is
/// well on its way with most indicators, a little behind with some and far behind with a few, so that every light appears.
/// </summary>
internal static class DemoFigures
{
    /// <summary>Relative size of the units, in the plan's order; the unit of most denominators.</summary>
    private static readonly decimal[] Sizes = [30m, 12m, 10m, 11m, 5m, 10m, 8m, 7m, 6m];

    private const int ReusedWater = 9;
    private const int TreatedWater = 10;

    /// <summary>新建民用建筑, the larger part of 新建建筑.</summary>
    private const int CivilBuildings = 17;

    /// <summary>What a unit would type.</summary>
    public static ReportedInputs Of(Plan plan, ReportingUnit unit, Indicator indicator, Quarter quarter, UnitTarget? ownTarget) => indicator.Kind switch
    {
        MeasureKind.StockRatio or MeasureKind.FlowRatio => Ratio(plan, unit, indicator, quarter),
        MeasureKind.WaterLoss => WaterLoss(unit, indicator, quarter),
        MeasureKind.Sum => Sum(unit, indicator, quarter, ownTarget),
    };

    /// <summary>What a unit built in the year before the plan, 万平方米.</summary>
    public static decimal BaselineOf(ReportingUnit unit, Indicator indicator) =>
        decimal.Round(SizeOf(unit) / 99m * indicator.Targets[^1].Value / 3, 2);

    /// <summary>A unit's share of the city's target, 万平方米.</summary>
    public static decimal TargetOf(ReportingUnit unit, IndicatorTarget target) =>
        Math.Max(0.01m, decimal.Round(SizeOf(unit) / 99m * target.Value, 2));

    private static ReportedInputs Ratio(Plan plan, ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var counts = indicator.Inputs[1].IsCount;
        var denominator = DenominatorOf(plan, unit, indicator, quarter, counts);
        var level = LevelOf(unit, indicator, quarter);
        var numerator = decimal.Round(denominator * level / indicator.Scale, counts ? 0 : 2);
        return new ReportedInputs
        {
            Numerator = indicator.IsPercentage ? Math.Min(numerator, denominator) : numerator,
            Denominator = denominator,
        };
    }

    /// <summary>The indicator whose denominator this one has too: 建成区面积, 行政村总数, 人口 and 新建建筑面积 are one number each.</summary>
    private static int QuantityOf(Indicator indicator) => indicator.Number switch
    {
        4 => 1,
        3 => 2,
        7 => 5,
        17 or 19 or 21 => 18,
        var own => own,
    };

    private static decimal DenominatorOf(Plan plan, ReportingUnit unit, Indicator indicator, Quarter quarter, bool counts)
    {
        var quantity = QuantityOf(indicator);
        if (indicator.Number == ReusedWater)
        {
            // 污水处理总量, which the rate of treatment has above the line.
            return Ratio(plan, unit, plan.Indicators.Single(other => other.Number == TreatedWater), quarter).Numerator!.Value;
        }

        if (counts)
        {
            // 行政村 in the hundreds, 建制镇 and 积水点 in the tens.
            var each = indicator.SoftRange.Lower > 0 ? 24m : 3m;
            return decimal.Round((SizeOf(unit) * each) + (10 * Fraction(unit.Order, quantity, 7)), 0);
        }

        var whole = decimal.Round((SizeOf(unit) * 3.2m) + (9 * Fraction(unit.Order, quantity, 5)), 2);
        var soFar = indicator.Kind == MeasureKind.FlowRatio ? decimal.Round(whole * quarter.Number / 4, 2) : whole;
        return indicator.Number == CivilBuildings ? decimal.Round(soFar * 0.85m, 2) : soFar;
    }

    /// <summary>Somewhere around what is expected, in the indicator's unit.</summary>
    private static decimal LevelOf(ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var target = indicator.TargetOf(quarter.Year)!;
        var tolerance = indicator.Tolerance.Value;
        var before = indicator.TargetOf(quarter.Year - 1);
        var expected = target.IsIncrease
            ? before!.Value + (target.Value * quarter.Number / 4)
            : before is null ? target.Value : before.Value + ((target.Value - before.Value) * quarter.Number / 4);
        if (target.PrintedSign == "=")
        {
            return Math.Min(100, expected + Math.Min(0, Deviation(unit, indicator, quarter) * tolerance));
        }

        var level = expected + (Deviation(unit, indicator, quarter) * tolerance);
        return indicator.IsPercentage ? Math.Clamp(level, 0, 99.98m) : Math.Max(level, 0);
    }

    /// <summary>In tolerances: above 0 ahead, down to −1 a little behind, below that far behind. Better as time goes by.</summary>
    private static decimal Deviation(ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var standing = Fraction(unit.Order, indicator.Number, 1);
        var within = Fraction(unit.Order, indicator.Number, 2);
        var drift = (((quarter.Year - 2024) * 4) + quarter.Number - 5) * 0.06m;
        return drift + standing switch
        {
            < 0.66m => 0.3m + within,
            < 0.86m => -0.15m - (within * 0.6m),
            _ => -1.5m - within,
        };
    }

    private static ReportedInputs WaterLoss(ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var supplied = decimal.Round(SizeOf(unit) * 45 * quarter.Number / 4, 2);
        var correction = decimal.Round(0.5m + Fraction(unit.Order, indicator.Number, 3), 2);
        var rate = indicator.TargetOf(quarter.Year)!.Value - (Deviation(unit, indicator, quarter) * indicator.Tolerance.Value);
        return new ReportedInputs
        {
            Supplied = supplied,
            Billed = decimal.Round(supplied * (1 - ((rate + correction) / 100)), 2),
            Correction = correction,
        };
    }

    private static ReportedInputs Sum(ReportingUnit unit, Indicator indicator, Quarter quarter, UnitTarget? ownTarget)
    {
        var target = indicator.TargetOf(quarter.Year)!;
        var year = ownTarget?.Value ?? TargetOf(unit, target);
        var before = indicator.TargetOf(quarter.Year - 1);
        var toAdd = target.Basis switch
        {
            TargetBasis.Window => year / 3,
            TargetBasis.Cumulative when before is not null => year - TargetOf(unit, before),
            _ => year,
        };
        var share = indicator.ProgressCurve[quarter.Number - 1] * Math.Max(0.35m, 1 + (Deviation(unit, indicator, quarter) * 0.16m));
        return new ReportedInputs { Amount = Math.Max(0, decimal.Round(toAdd * share, 2)) };
    }

    private static decimal SizeOf(ReportingUnit unit) => Sizes[(unit.Order - 1) % Sizes.Length];

    /// <summary>A number in [0, 1) that depends on nothing but its arguments.</summary>
    private static decimal Fraction(int unit, int indicator, int salt)
    {
        var mixed = ((ulong)unit * 0x9E3779B97F4A7C15UL) ^ ((ulong)indicator * 0xC2B2AE3D27D4EB4FUL) ^ ((ulong)salt * 0x165667B19E3779F9UL);
        mixed = (mixed ^ (mixed >> 31)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return (mixed ^ (mixed >> 31)) % 10_000 / 10_000m;
    }
}
