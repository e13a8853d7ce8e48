using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>
/// How much of the city's figure one unit's inputs make up, against its usual share. Both shares are taken among the units that have
/// reported by now, so that a city of which half is missing makes nobody look heavy.
/// </summary>
public static class UnitWeight
{
    private const int FewestUnits = 2;

    /// <summary>Chinese: that a unit weighs unusually much, for whoever reviews or reads the city's figure; null when it does not.</summary>
    /// <param name="indicator">What, as it is in force.</param>
    /// <param name="quarter">When.</param>
    /// <param name="unit">Whose weight.</param>
    /// <param name="all">Every reporting unit, the one itself included.</param>
    /// <param name="settled">Quarters whose figures change no more; what is usual is their mean.</param>
    /// <param name="limits">From how many times on it is said.</param>
    public static string? Of(
        Indicator indicator, Quarter quarter, UnitCase unit, IReadOnlyCollection<UnitCase> all, IReadOnlyCollection<Quarter> settled, CheckLimits limits)
    {
        if (!unit.CountsFor(indicator))
        {
            return null;
        }

        foreach (var field in indicator.Inputs.Where(field => field.Key != InputKey.Correction))
        {
            var reported = all.Where(other => other.CountsFor(indicator) && NumberOf(indicator, field, other, quarter) is not null).ToList();
            if (reported.Count >= FewestUnits
                && ShareOf(indicator, field, unit, reported, quarter) is { } share
                && Mean([.. settled.Select(earlier => ShareOf(indicator, field, unit, reported, earlier)).OfType<Rational>()]) is { Sign: > 0 } usual
                && share > usual * limits.UnitWeight)
            {
                return $"{unit.UnitName}的“{field.Label}”占全市{Percent(share)}，以往约占{Percent(usual)}，超过以往的{WarningText.Times(limits.UnitWeight)}倍，全市结果受其影响大，请重点核对。";
            }
        }

        return null;
    }

    private static Rational? ShareOf(Indicator indicator, InputField field, UnitCase unit, List<UnitCase> reported, Quarter quarter)
    {
        if (NumberOf(indicator, field, unit, quarter) is not { } own)
        {
            return null;
        }

        var whole = 0m;
        foreach (var other in reported)
        {
            if (NumberOf(indicator, field, other, quarter) is not { } number)
            {
                return null;
            }

            whole += number;
        }

        return whole == 0 ? null : (Rational)own / whole;
    }

    private static decimal? NumberOf(Indicator indicator, InputField field, UnitCase unit, Quarter quarter) =>
        unit.FigureOf(quarter)?.UsableInputs(indicator)?[field.Key];

    private static Rational? Mean(List<Rational> shares) =>
        shares.Count == 0 ? null : shares.Aggregate(Rational.Zero, (sum, share) => sum + share) / shares.Count;

    private static string Percent(Rational share) => $"{WarningText.Number((share * 100).Round(1))}%";
}
