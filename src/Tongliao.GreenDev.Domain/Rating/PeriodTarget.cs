using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>What is expected at the end of a quarter (时序进度, rules §3) and how far off is still amber (§4).</summary>
/// <param name="Comparison">How a value must stand to what is expected.</param>
/// <param name="Expected">Due at the quarter's end.</param>
/// <param name="Tolerance">预警容差 in the unit of a difference, already capped.</param>
public sealed record PeriodTarget(Comparison Comparison, Rational Expected, Rational Tolerance)
{
    /// <summary>Where the way to the year's target starts; 0 where there is no such way.</summary>
    public Rational Start { get; private init; }

    /// <param name="indicator">What is judged.</param>
    /// <param name="quarter">When.</param>
    /// <param name="year">The year's target in force.</param>
    /// <param name="measurement">The measured value, whose start of the year a cumulative sum may need.</param>
    public static PeriodTarget For(Indicator indicator, Quarter quarter, YearTarget year, Measurement measurement)
    {
        var start = StartOf(indicator, year, measurement);
        var expected = ExpectedAt(indicator, quarter, year, start);
        return new PeriodTarget(year.Comparison, expected, ToleranceOf(indicator, year.Number, start, expected)) { Start = start };
    }

    /// <summary>Whether a value is on the right side of what is expected.</summary>
    public bool IsMetBy(Rational value) => Comparison switch
    {
        Comparison.AtLeast => value >= Expected,
        Comparison.MoreThan => value > Expected,
        Comparison.AtMost => value <= Expected,
    };

    /// <summary>How far a value is on the wrong side; 0 on the right one, and 0 for a strict comparison missed by equality.</summary>
    public Rational ShortfallOf(Rational value) => Comparison switch
    {
        Comparison.AtLeast or Comparison.MoreThan => Rational.Max(Expected - value, Rational.Zero),
        Comparison.AtMost => Rational.Max(value - Expected, Rational.Zero),
    };

    /// <summary>Where the year's increase starts; 0 where nothing is added up.</summary>
    private static Rational StartOf(Indicator indicator, YearTarget year, Measurement measurement) => year.Basis switch
    {
        TargetBasis.Level => StartOfPath(indicator, year) ?? Rational.Zero,
        TargetBasis.Increase or TargetBasis.RelativeIncrease or TargetBasis.YearAmount => Rational.Zero,
        // A unit without a target of its own for the year before starts from what it had built.
        TargetBasis.Cumulative => year.Before is { IsMissing: true } ? measurement.AtYearStart ?? Rational.Zero : year.Before?.Number ?? 0,
        // Where earlier years have reached the target nothing is left to add: then the target itself is expected.
        TargetBasis.Window => Rational.Min(measurement.AtYearStart ?? Rational.Zero, year.Number),
    };

    /// <summary>Stock ratios rise quarter by quarter from the level of the year before; null where there is no such path.</summary>
    private static Rational? StartOfPath(Indicator indicator, YearTarget year) =>
        indicator.Kind == MeasureKind.StockRatio && year.Before is { Basis: TargetBasis.Level } before ? before.Number : null;

    private static Rational ExpectedAt(Indicator indicator, Quarter quarter, YearTarget year, Rational start)
    {
        Rational target = year.Number;
        return year.Basis switch
        {
            TargetBasis.Level => StartOfPath(indicator, year) is null ? target : start + ((target - start) * quarter.Number / 4),
            TargetBasis.Increase or TargetBasis.RelativeIncrease => target,
            TargetBasis.YearAmount or TargetBasis.Cumulative or TargetBasis.Window =>
                start + ((target - start) * indicator.ProgressCurve[quarter.Number - 1]),
        };
    }

    /// <summary>A share of a sum's target is never more than half of what was to be added since the year's start, so that a first quarter can be red.</summary>
    private static Rational ToleranceOf(Indicator indicator, Rational target, Rational start, Rational expected) => indicator.Tolerance.Kind switch
    {
        ToleranceKind.PercentagePoints or ToleranceKind.Absolute => indicator.Tolerance.Value,
        ToleranceKind.ShareOfTarget => Rational.Min(
            target * indicator.Tolerance.Value / 100,
            Rational.Max((expected - start) / 2, Rational.Zero)),
    };
}
