using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// What of a whole's rating, such as the city's, the reader of only some of its units is told: how many lack something, not who; and no
/// number made from so few units that it tells another's figure before that is approved. The state is the same for everybody.
/// </summary>
/// <param name="readable">How many of the units the reader may see.</param>
internal sealed class AggregateDisclosure(int readable)
{
    /// <summary>Of one more than the reader sees, that one is known from the total.</summary>
    private int FewestUnits => readable + 2;

    /// <summary>Whether a value may be told: made from enough units, or whole and approved, and so public within it.</summary>
    private bool IsOpen((Measurement Measurement, bool IsProvisional) made) =>
        made.Measurement.Value is null || made.Measurement.Contributors >= FewestUnits || (made.Measurement.Obstacle is null && !made.IsProvisional);

    /// <summary>The rating as that reader is told it.</summary>
    /// <param name="rating">As it is.</param>
    /// <param name="madeIn">How the value of a quarter is made, and whether it is provisional; a change would tell the earlier one.</param>
    public IndicatorRating Of(IndicatorRating rating, Func<Quarter, (Measurement Measurement, bool IsProvisional)> madeIn)
    {
        if (!IsOpen(madeIn(rating.Quarter)))
        {
            return Withheld(rating);
        }

        return rating with
        {
            Measurement = rating.Measurement.WithoutNames(),
            ChangeOnQuarter = rating.ChangeOnQuarter is { } onQuarter && IsOpen(madeIn(rating.Quarter.Previous)) ? onQuarter : null,
            ChangeOnYear = rating.ChangeOnYear is { } onYear && IsOpen(madeIn(rating.Quarter.YearEarlier)) ? onYear : null,
        };
    }

    private IndicatorRating Withheld(IndicatorRating rating) => rating with
    {
        WithheldBelow = FewestUnits,
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
