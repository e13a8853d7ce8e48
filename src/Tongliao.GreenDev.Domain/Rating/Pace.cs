using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Carries what a unit typed forward to a later quarter, as it would be typed then: the rules rate it like anything reported.</summary>
internal static class Pace
{
    private const int TrendQuarters = 4;
    private const int TypedDecimals = 4;

    public static PaceMethod MethodOf(Indicator indicator) => indicator.Kind switch
    {
        MeasureKind.Sum => PaceMethod.Season,
        MeasureKind.StockRatio => PaceMethod.Trend,
        MeasureKind.FlowRatio or MeasureKind.WaterLoss => PaceMethod.Level,
    };

    /// <summary>A unit's figure of a later quarter; null where there is nothing to carry forward.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="from">The last quarter that is looked at.</param>
    /// <param name="to">A later one.</param>
    public static ReportedFigure? Carried(Indicator indicator, UnitCase unit, Quarter from, Quarter to)
    {
        var figure = unit.FigureOf(from);
        if (figure?.UsableInputs(indicator) is not { } inputs)
        {
            return figure?.ReasonNotApplicable(indicator) is null ? null : figure;
        }

        return MethodOf(indicator) switch
        {
            PaceMethod.Season => Season(indicator, inputs, from, to),
            PaceMethod.Trend => Trend(indicator, unit, from, to),
            PaceMethod.Level => inputs,
        } is { } carried ? figure with { Inputs = carried } : null;
    }

    /// <summary>The quarters whose ratios make the trend; fewer than two make none.</summary>
    public static IReadOnlyList<Quarter> QuartersOfTrend(Indicator indicator, UnitCase unit, Quarter last)
    {
        var quarters = new List<Quarter>();
        for (var quarter = last; quarters.Count < TrendQuarters && unit.FigureOf(quarter)?.UsableInputs(indicator) is not null; quarter = quarter.Previous)
        {
            quarters.Insert(0, quarter);
        }

        return quarters;
    }

    private static ReportedInputs? Season(Indicator indicator, ReportedInputs inputs, Quarter from, Quarter to)
    {
        var share = indicator.ProgressCurve[from.Number - 1];
        return share <= 0 ? null : inputs with
        {
            Amount = ((Rational)inputs.Amount!.Value / share * indicator.ProgressCurve[to.Number - 1]).Round(TypedDecimals),
        };
    }

    private static ReportedInputs? Trend(Indicator indicator, UnitCase unit, Quarter from, Quarter to)
    {
        var quarters = QuartersOfTrend(indicator, unit, from);
        if (quarters.Count < 2)
        {
            return null;
        }

        var (first, last) = (RatioOf(unit, quarters[0]), RatioOf(unit, from));
        var inputs = unit.FigureOf(from)!.Inputs!;
        Rational there = inputs.Denominator!.Value;
        var carried = (last + ((last - first) / (quarters.Count - 1) * from.QuartersUntil(to))) * there;
        var most = indicator.IsPercentage ? there : carried;
        var isCount = indicator.Inputs[0].IsCount;
        return inputs with { Numerator = Rational.Min(Rational.Max(carried, Rational.Zero), most).Round(isCount ? 0 : TypedDecimals) };
    }

    private static Rational RatioOf(UnitCase unit, Quarter quarter) =>
        (Rational)unit.FigureOf(quarter)!.Inputs!.Numerator!.Value / unit.FigureOf(quarter)!.Inputs!.Denominator!.Value;
}
