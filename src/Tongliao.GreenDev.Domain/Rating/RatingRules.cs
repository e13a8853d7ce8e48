using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// How a reported value becomes a light. Pure and exact: the same figures, targets and parameters give the same
/// light on every screen, in the API and in every export. See README.md beside this file.
/// </summary>
public static class RatingRules
{
    /// <summary>Rates one unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no target for the quarter's year.</exception>
    public static IndicatorRating RateUnit(Indicator indicator, Quarter quarter, UnitCase unit)
    {
        var measurement = ValueMeasure.OfUnit(indicator, quarter, unit);
        var rating = Rate(indicator, quarter, unit.UnitCode, measurement, unit.Targets, reference: !unit.CountsFor(indicator)) with
        {
            IsProvisional = IsProvisional(indicator, quarter, [unit]),
        };
        return WithTrend(rating, earlier => ValueMeasure.OfUnit(indicator, earlier, unit)).Under(unit.Deviations);
    }

    /// <summary>Rates a whole, such as the city, from the reporting units below it; those that do not count for the indicator are passed over.</summary>
    /// <param name="indicator">What is judged.</param>
    /// <param name="quarter">When.</param>
    /// <param name="code">The whole's 区划代码.</param>
    /// <param name="units">The reporting units below it.</param>
    /// <param name="ownTargets">Its 分解指标; null for the whole region, which the plan's own targets are for.</param>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no target for the quarter's year.</exception>
    public static IndicatorRating RateAggregate(
        Indicator indicator, Quarter quarter, string code, IReadOnlyList<UnitCase> units, IReadOnlyList<UnitTarget>? ownTargets = null)
    {
        var counting = units.Where(unit => unit.CountsFor(indicator)).ToList();
        var measurement = ValueMeasure.OfAggregate(indicator, quarter, units);
        var rating = Rate(indicator, quarter, code, measurement, ownTargets, reference: false) with
        {
            CountingUnits = counting.Count,
            ReportedUnits = counting.Count(unit => ValueMeasure.HasReported(indicator, unit.FigureOf(quarter))),
            // 暂 stands until all that count are approved; who has not reported is not.
            IsProvisional = counting.Exists(unit => !ValueMeasure.HasReported(indicator, unit.FigureOf(quarter)))
                || IsProvisional(indicator, quarter, counting),
        };
        return WithTrend(rating, earlier => ValueMeasure.OfAggregate(indicator, earlier, units));
    }

    /// <summary>The same light, with no more besides it than a reader who may see only some of the units is told (<see cref="AggregateDisclosure"/>).</summary>
    /// <param name="readable">How many of the units the reader may see, at least 1.</param>
    /// <inheritdoc cref="RateAggregate"/>
    public static IndicatorRating RateAggregateForReaderOf(
        int readable, Indicator indicator, Quarter quarter, string code, IReadOnlyList<UnitCase> units, IReadOnlyList<UnitTarget>? ownTargets = null)
    {
        var counting = units.Where(unit => unit.CountsFor(indicator)).ToList();
        return new AggregateDisclosure(readable).Of(
            RateAggregate(indicator, quarter, code, units, ownTargets),
            shown => (ValueMeasure.OfAggregate(indicator, shown, units), IsProvisional(indicator, shown, counting)));
    }

    /// <summary>The state by the order of §4, and for a light what it was measured against.</summary>
    private static IndicatorRating Rate(
        Indicator indicator, Quarter quarter, string unitCode, Measurement measurement, IReadOnlyList<UnitTarget>? ownTargets, bool reference)
    {
        var year = YearTarget.Of(indicator, quarter, ownTargets);
        if (StateWithoutLight(quarter, measurement, year, reference) is { } state)
        {
            var hasPath = state != RagStatus.Reference && (ownTargets is null || !indicator.IsSum) && HasPath(quarter, year);
            return new IndicatorRating(indicator, quarter, unitCode, year, state, measurement)
            {
                Path = hasPath ? PeriodTarget.For(indicator, quarter, year, measurement).Expected : null,
            };
        }

        var target = PeriodTarget.For(indicator, quarter, year, measurement);
        var value = measurement.Value!.Value;
        var shortfall = target.ShortfallOf(value);
        var light = target.IsMetBy(value) ? RagStatus.Green
            : shortfall <= target.Tolerance ? RagStatus.Amber
            : RagStatus.Red;
        return new IndicatorRating(indicator, quarter, unitCode, year, light, measurement)
        {
            Target = target,
            Path = target.Expected,
            Shortfall = shortfall,
        };
    }

    /// <summary>Whether what is expected is known without a value.</summary>
    private static bool HasPath(Quarter quarter, YearTarget year) => year.Basis switch
    {
        TargetBasis.Level or TargetBasis.YearAmount or TargetBasis.Cumulative => true,
        TargetBasis.Increase or TargetBasis.RelativeIncrease => quarter.IsYearEnd,
        TargetBasis.Window => false,
    };

    private static RagStatus? StateWithoutLight(Quarter quarter, Measurement measurement, YearTarget year, bool reference)
    {
        if (measurement.Obstacle is { } obstacle)
        {
            return obstacle;
        }

        if (year.IsMissing)
        {
            return RagStatus.NoTarget;
        }

        if (reference)
        {
            return RagStatus.Reference;
        }

        return year.Annex.IsIncrease && !quarter.IsYearEnd ? RagStatus.NotDue : null;
    }

    private static bool IsProvisional(Indicator indicator, Quarter quarter, IReadOnlyList<UnitCase> units)
    {
        Quarter[] quarters = [.. YearEndsUsed(indicator, quarter), quarter];
        return units.Any(unit => quarters.Any(q => unit.FigureOf(q) is { IsApproved: false }));
    }

    /// <summary>The earlier year ends that go into a value of this quarter.</summary>
    private static IEnumerable<Quarter> YearEndsUsed(Indicator indicator, Quarter quarter) => ValueMeasure.BasisOf(indicator, quarter) switch
    {
        TargetBasis.Level or TargetBasis.YearAmount => [],
        TargetBasis.Increase or TargetBasis.RelativeIncrease => [quarter.PreviousYearEnd],
        TargetBasis.Cumulative or TargetBasis.Window => ValueMeasure.YearEndsCounted(indicator, quarter),
    };

    /// <summary>Adds where it comes from and where it leads: changes, and what is still needed.</summary>
    private static IndicatorRating WithTrend(IndicatorRating rating, Func<Quarter, Measurement> measure)
    {
        var isBehind = rating.Judged.IsBehind();
        return rating with
        {
            ChangeOnQuarter = ChangeSince(rating, rating.Quarter.Previous, measure),
            ChangeOnYear = ChangeSince(rating, rating.Quarter.YearEarlier, measure),
            NeededPerQuarter = isBehind && !rating.Quarter.IsYearEnd ? NeededPerQuarter(rating) : null,
            YearAmountAtPace = isBehind && rating.Indicator.IsSum ? AtPace(rating) : null,
        };
    }

    /// <summary>None across a change of what the number counts (#12 and #16 between the years).</summary>
    private static Rational? ChangeSince(IndicatorRating rating, Quarter earlier, Func<Quarter, Measurement> measure)
    {
        if (rating.Measurement is not { Obstacle: null, Value: { } value }
            || rating.Indicator.TargetOf(earlier.Year)?.Basis != rating.YearTarget.Basis)
        {
            return null;
        }

        return measure(earlier) is { Obstacle: null, Value: { } before } ? value - before : null;
    }

    private static Rational NeededPerQuarter(IndicatorRating rating)
    {
        var gap = rating.YearTarget.Comparison switch
        {
            Comparison.AtLeast or Comparison.MoreThan => rating.YearTarget.Number - rating.Value!.Value,
            Comparison.AtMost => rating.Value!.Value - rating.YearTarget.Number,
        };
        return Rational.Max(gap, Rational.Zero) / (4 - rating.Quarter.Number);
    }

    private static Rational? AtPace(IndicatorRating rating)
    {
        var share = rating.Indicator.ProgressCurve[rating.Quarter.Number - 1];
        return rating.Measurement.YearToDate is { } toDate && share > 0 ? toDate / share : null;
    }
}
