using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>What is expected at the end of a quarter (时序进度, rules §3) and how far off is still amber (§4).</summary>
/// <param name="Plan">The annex's target of the year.</param>
/// <param name="Value">The year's number in force: the unit's own where it has one.</param>
/// <param name="Start">Where the year's increase starts; 0 where nothing is added up.</param>
/// <param name="Expected">Due at the quarter's end.</param>
/// <param name="Tolerance">预警容差 in the unit of a difference, already capped.</param>
/// <param name="OwnTarget">The 分解指标 in force, null where the annex's number holds.</param>
public sealed record PeriodTarget(
    IndicatorTarget Plan,
    Rational Value,
    Rational Start,
    Rational Expected,
    Rational Tolerance,
    RegionTarget? OwnTarget)
{
    public Comparison Comparison => Plan.Comparison;

    /// <summary>The target of the city, or of a unit with <paramref name="ownTargets"/>.</summary>
    /// <param name="indicator">What is judged.</param>
    /// <param name="quarter">When.</param>
    /// <param name="measurement">The measured value, whose start of the year a cumulative sum may need.</param>
    /// <param name="ownTargets">The unit's 分解指标; null for the city.</param>
    public static PeriodTarget For(Indicator indicator, Quarter quarter, Measurement measurement, IReadOnlyList<RegionTarget>? ownTargets)
    {
        var plan = indicator.TargetOf(quarter.Year)
            ?? throw new ArgumentOutOfRangeException(nameof(quarter), $"Indicator {indicator.Number} has no target for {quarter.Year}.");
        var own = RegionTarget.InForce(ownTargets ?? [], quarter.Year, quarter.LastDay);
        Rational value = own?.Value ?? plan.Value;
        var start = StartOf(indicator, quarter, plan.Basis, measurement, ownTargets);
        var expected = ExpectedAt(indicator, quarter, plan.Basis, start, value);
        return new PeriodTarget(plan, value, start, expected, ToleranceOf(indicator, value, start, expected), own);
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

    private static Rational StartOf(
        Indicator indicator, Quarter quarter, TargetBasis basis, Measurement measurement, IReadOnlyList<RegionTarget>? ownTargets) => basis switch
        {
            TargetBasis.Level => indicator.Kind == MeasureKind.StockRatio ? PreviousTarget(indicator, quarter, ownTargets) ?? Rational.Zero : Rational.Zero,
            TargetBasis.Increase or TargetBasis.YearAmount => Rational.Zero,
            TargetBasis.Cumulative => CumulativeStart(indicator, quarter, measurement, ownTargets),
            TargetBasis.Window => measurement.AtYearStart ?? Rational.Zero,
        };

    /// <summary>The previous year end's target; a unit without one of its own starts from what it had built.</summary>
    private static Rational CumulativeStart(
        Indicator indicator, Quarter quarter, Measurement measurement, IReadOnlyList<RegionTarget>? ownTargets)
    {
        if (indicator.TargetOf(quarter.Year - 1) is not { } planned)
        {
            return Rational.Zero;
        }

        if (ownTargets is null)
        {
            return planned.Value;
        }

        return RegionTarget.InForce(ownTargets, quarter.Year - 1, quarter.LastDay) is { } own
            ? own.Value
            : measurement.AtYearStart ?? Rational.Zero;
    }

    private static Rational? PreviousTarget(Indicator indicator, Quarter quarter, IReadOnlyList<RegionTarget>? ownTargets) =>
        indicator.TargetOf(quarter.Year - 1) is { Basis: TargetBasis.Level } planned
            ? RegionTarget.InForce(ownTargets ?? [], quarter.Year - 1, quarter.LastDay)?.Value ?? planned.Value
            : null;

    private static Rational ExpectedAt(Indicator indicator, Quarter quarter, TargetBasis basis, Rational start, Rational target)
    {
        switch (basis)
        {
            case TargetBasis.Level:
                var hasPath = indicator.Kind == MeasureKind.StockRatio
                    && indicator.TargetOf(quarter.Year - 1) is { Basis: TargetBasis.Level };
                return hasPath ? start + ((target - start) * quarter.Number / 4) : target;
            case TargetBasis.Increase:
                return target;
            case TargetBasis.YearAmount:
            case TargetBasis.Cumulative:
                return start + ((target - start) * indicator.ProgressCurve[quarter.Number - 1]);
            case TargetBasis.Window:
                // Nothing is left to add when earlier years have reached the target: then the target itself is expected.
                return start >= target ? target : start + ((target - start) * indicator.ProgressCurve[quarter.Number - 1]);
            default:
                throw new ArgumentOutOfRangeException(nameof(basis), basis, "A new basis needs its own expected value.");
        }
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
