using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>What is behind (落后), and what is furthest behind.</summary>
public static class Lagging
{
    /// <summary>预警 or 滞后.</summary>
    public static bool IsBehind(this RagStatus state) => state is RagStatus.Amber or RagStatus.Red;

    /// <summary>落后: the city is amber or red, or some unit is red.</summary>
    /// <param name="ofIndicator">One indicator's states of the city and of units.</param>
    public static bool IsBehind(IEnumerable<(bool IsAggregate, RagStatus State)> ofIndicator) =>
        ofIndicator.Any(rated => rated.IsAggregate ? rated.State.IsBehind() : rated.State == RagStatus.Red);

    /// <summary>The amber and red ones: red before amber, then those the most tolerances off; those whose numbers are withheld last.</summary>
    public static IEnumerable<IndicatorRating> WorstFirst(IEnumerable<IndicatorRating> ratings) => ratings
        .Where(rating => rating.State.IsBehind())
        .OrderByDescending(rating => rating.State == RagStatus.Red)
        .ThenByDescending(TolerancesOff);

    private static Rational? TolerancesOff(IndicatorRating rating) =>
        rating.Target is { Tolerance.Sign: not 0 } target ? rating.Shortfall / target.Tolerance : rating.Shortfall;
}
