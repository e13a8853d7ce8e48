using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// What of the city's rating the reader of a single unit is told: how many lack something, not who; and no number
/// made from so few units that it tells another's figure before that is approved. The state is the same for everybody.
/// </summary>
internal static class CityDisclosure
{
    /// <summary>Of two, each knows the other from the total.</summary>
    public const int FewestUnits = 3;

    /// <summary>Whether a value may be told: made from enough units, or whole and approved, and so public within the city.</summary>
    public static bool IsOpen(Measurement measurement, bool isProvisional) =>
        measurement.Value is null || measurement.Contributors >= FewestUnits || (measurement.Obstacle is null && !isProvisional);

    /// <summary>The rating as that reader is told it.</summary>
    /// <param name="rating">As it is.</param>
    /// <param name="isOpen">Whether the city's value of a quarter may be told; a change would tell the earlier one.</param>
    public static IndicatorRating Of(IndicatorRating rating, Func<Quarter, bool> isOpen)
    {
        if (!isOpen(rating.Quarter))
        {
            return Withheld(rating);
        }

        return rating with
        {
            Measurement = rating.Measurement.WithoutNames(),
            ChangeOnQuarter = rating.ChangeOnQuarter is { } onQuarter && isOpen(rating.Quarter.Previous) ? onQuarter : null,
            ChangeOnYear = rating.ChangeOnYear is { } onYear && isOpen(rating.Quarter.YearEarlier) ? onYear : null,
        };
    }

    private static IndicatorRating Withheld(IndicatorRating rating) => rating with
    {
        IsWithheld = true,
        Measurement = rating.Measurement.WithoutNumbers(),

        // A window expects what is missing from what was built before.
        Target = rating.YearTarget.Basis == TargetBasis.Window ? null : rating.Target,
        Path = rating.YearTarget.Basis == TargetBasis.Window ? null : rating.Path,
        Shortfall = null,
        ChangeOnQuarter = null,
        ChangeOnYear = null,
        NeededPerQuarter = null,
        YearAmountAtPace = null,
    };
}
