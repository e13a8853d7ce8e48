using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// Where a value leads at the present pace (预测). The numbers are carried forward (<see cref="PaceMethod"/>) and rated by the rules; what comes out
/// is a forecast, never a light. How far the same method was off before is said beside it.
/// </summary>
public sealed record Forecast
{
    private Forecast(IndicatorRating rating) => Now = rating;

    /// <summary>The rating that is carried forward.</summary>
    internal IndicatorRating Now { get; }

    public PaceMethod Method { get; private init; }

    /// <summary>How many quarters make the trend; 0 where the method is another one.</summary>
    public int TrendQuarters { get; private init; }

    /// <summary>What the rules would say at the year's end; null in the fourth quarter, when it has come.</summary>
    public IndicatorRating? YearEnd { get; private init; }

    /// <summary>The first later quarter in which the light would be green; null where it is green, or would be in none of the plan.</summary>
    public Quarter? GreenFrom { get; private init; }

    /// <summary>How the same method did at earlier quarters; null where none of them can be compared.</summary>
    public ForecastError? Hindsight { get; private init; }

    public ForecastWords Words => new(this);

    /// <summary>Null where there is no value to carry forward.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="quarter">The last quarter that is looked at.</param>
    /// <param name="rated">Whose, with the figures of all quarters of the plan.</param>
    public static Forecast? Of(Indicator indicator, Quarter quarter, RatedCase rated)
    {
        var now = rated.Rate(indicator, quarter);
        if (now.Measurement is not { Obstacle: null, Value: not null } || (Later(indicator, quarter) is [var next, ..] && At(indicator, quarter, next, rated) is null))
        {
            return null;
        }

        var method = Pace.MethodOf(indicator);
        return new Forecast(now)
        {
            Method = method,
            TrendQuarters = method == PaceMethod.Trend ? rated.Units.Max(unit => Pace.QuartersOfTrend(indicator, unit, quarter).Count) : 0,
            YearEnd = quarter.IsYearEnd ? null : At(indicator, quarter, new Quarter(quarter.Year, 4), rated),
            GreenFrom = now.Judged.IsBehind()
                ? Later(indicator, quarter).Select(later => (Quarter?)later).FirstOrDefault(later => At(indicator, quarter, later!.Value, rated)?.State == RagStatus.Green)
                : null,
            Hindsight = ForecastError.Of(indicator, quarter, rated),
        };
    }

    /// <summary>A later quarter as carried forward, those between carried as well; null where a unit that counts has nothing to carry.</summary>
    internal static IndicatorRating? At(Indicator indicator, Quarter from, Quarter to, RatedCase rated)
    {
        var units = new List<UnitCase>(rated.Units.Count);
        foreach (var unit in rated.Units)
        {
            var carried = unit;
            for (var quarter = from.Next; quarter <= to; quarter = quarter.Next)
            {
                if (Pace.Carried(indicator, unit, from, quarter) is { } figure)
                {
                    carried = carried.With(quarter, figure);
                }
                else if (unit.CountsFor(indicator))
                {
                    return null;
                }
            }

            units.Add(carried);
        }

        return rated.With(units).Rate(indicator, to);
    }

    private static IReadOnlyList<Quarter> Later(Indicator indicator, Quarter quarter)
    {
        var end = new Quarter(indicator.Targets[^1].Year, 4);
        return [.. Enumerable.Range(1, Math.Max(quarter.QuartersUntil(end), 0)).Select(quarter.Plus)];
    }
}
