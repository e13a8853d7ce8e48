using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>How far year ends forecast at earlier quarters were from what came (往期预测偏差).</summary>
/// <param name="Mean">Mean absolute error, in the unit of a difference.</param>
/// <param name="Count">Of how many forecasts.</param>
public sealed record ForecastError(Rational Mean, int Count)
{
    /// <summary>Of every quarter whose year has ended by now; null where none can be compared.</summary>
    internal static ForecastError? Of(Indicator indicator, Quarter quarter, RatedCase rated)
    {
        var errors = new List<Rational>();
        foreach (var year in indicator.Targets.Select(target => target.Year).Where(year => new Quarter(year, 4) <= quarter))
        {
            var yearEnd = new Quarter(year, 4);
            if (ValueOf(rated.Rate(indicator, yearEnd)) is { } came)
            {
                errors.AddRange(Enumerable.Range(1, 3)
                    .Select(number => new Quarter(year, number))
                    .Where(earlier => ValueOf(rated.Rate(indicator, earlier)) is not null)
                    .Select(earlier => Forecast.At(indicator, earlier, yearEnd, rated) is { } told ? ValueOf(told) : null)
                    .OfType<Rational>()
                    .Select(told => Rational.Abs(told - came)));
            }
        }

        return errors.Count == 0 ? null : new ForecastError(errors.Aggregate(Rational.Zero, (sum, error) => sum + error) / errors.Count, errors.Count);
    }

    private static Rational? ValueOf(IndicatorRating rating) => rating.Measurement.Obstacle is null ? rating.Value : null;
}
