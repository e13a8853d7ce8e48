using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Rounds the numbers of a sentence, but never so far that they contradict its verdict.</summary>
public static class SpokenNumbers
{
    private const int MostDecimals = 10;

    /// <summary>29.96 shows as 30.0 beside a target of 30 and yet is not met: then it takes a decimal more.</summary>
    internal static int DecimalsOfValue(IndicatorRating rating)
    {
        var decimals = rating.Indicator.DisplayDecimals;
        if (rating.Target is { } target)
        {
            while (decimals < MostDecimals && !BearsOut(target, rating.Value!.Value, decimals))
            {
                decimals++;
            }
        }

        return decimals;
    }

    /// <summary>The expected value in the indicator's decimals, and with those of the value where rounding it would mislead.</summary>
    internal static string Expected(IndicatorRating rating)
    {
        var expected = rating.Target!.Expected;
        var usual = rating.Indicator.DisplayDecimals;
        Rational rounded = expected.Round(usual);
        return RatingExplanation.Number(expected, rounded == expected ? usual : DecimalsOfValue(rating));
    }

    /// <summary>The shortfall with its unit: 1.04 would read as 1.0, which a tolerance of 1 is not exceeded by.</summary>
    public static string Shortfall(IndicatorRating rating)
    {
        var shortfall = rating.Shortfall!.Value;
        var tolerance = rating.Target!.Tolerance;
        return Difference(
            rating.Indicator,
            shortfall,
            rating.Indicator.DisplayDecimals,
            spoken => (spoken <= tolerance) == (shortfall <= tolerance));
    }

    /// <summary>A difference with its unit, and with more decimals where it would otherwise read as none.</summary>
    public static string Difference(Indicator indicator, Rational difference) =>
        Difference(indicator, difference, indicator.DisplayDecimals, _ => true);

    /// <summary>A change in words: 提高 is said where more is better, 上升 where it is worse.</summary>
    public static string Change(IndicatorRating rating, Rational change, int decimals)
    {
        var indicator = rating.Indicator;
        var rises = indicator.IsSum ? "增加"
            : indicator.TargetOf(rating.Quarter.Year)?.Comparison == Comparison.AtMost ? "上升"
            : "提高";
        return change.Sign switch
        {
            0 => "持平",
            > 0 => rises + Difference(indicator, change, decimals, _ => true),
            _ => (indicator.IsSum ? "减少" : "下降") + Difference(indicator, -change, decimals, _ => true),
        };
    }

    private static string Difference(Indicator indicator, Rational difference, int decimals, Func<Rational, bool> isTrue)
    {
        while (decimals < MostDecimals && ((difference.Sign != 0 && difference.Round(decimals) == 0) || !isTrue(difference.Round(decimals))))
        {
            decimals++;
        }

        return RatingExplanation.Number(difference, decimals) + indicator.DifferenceUnit;
    }

    private static bool BearsOut(PeriodTarget target, Rational value, int decimals)
    {
        Rational spoken = value.Round(decimals);
        Rational expected = target.Expected.Round(decimals);
        var isMet = target.IsMetBy(value);
        return (target with { Expected = expected }).IsMetBy(spoken) == isMet
            && (isMet || (spoken - expected).Sign == (value - target.Expected).Sign);
    }
}
