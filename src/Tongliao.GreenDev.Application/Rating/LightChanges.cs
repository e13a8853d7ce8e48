using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>
/// Which ratings trials make other ones, over all quarters that were ever opened. As they are, they are rated once for all trials. A
/// locked quarter is rated as if what is assumed had been known at its lock.
/// </summary>
/// <param name="reference">As it is known now.</param>
/// <param name="table">With all quarters.</param>
/// <param name="units">Those that the reader may see.</param>
internal sealed class LightChanges(ReferenceData reference, FigureTable table, IReadOnlyCollection<ReportingUnit> units)
{
    private readonly Dictionary<(Quarter Quarter, int Unit, int Indicator), IndicatorRating> before = [];

    private readonly IReadOnlyList<ReportingUnit> smallestFirst = [.. units.OrderBy(unit => unit.Reporting.Count())];

    /// <summary>By quarter and indicator, of the units first and then of what is made from them.</summary>
    /// <param name="trial">What is assumed.</param>
    /// <param name="only">Of this quarter alone, whose figures the table has; null for all.</param>
    public IReadOnlyList<ChangedLight> Of(Trial trial, Quarter? only = null)
    {
        var (assumed, replaced) = (reference.OnTrial(trial.Assumed), trial.Figures.Count == 0 ? table : table.Replacing(trial.Figures));
        return
        [
            .. from period in reference.Facts.Periods
               where period.OpenedAt is not null && (only is null || period.Quarter == only)
               from indicator in reference.Facts.Plan.Indicators
               from unit in smallestFirst
               where trial.Concerns(indicator, unit, period.Quarter)
               let then = Before(unit, indicator, period.Quarter)
               let becomes = Rate(assumed, replaced, unit, indicator, period.Quarter)
               where then is not null && becomes is not null && IsTold(then) && IsTold(becomes) && ChangedLight.Differ(then, becomes)
               select new ChangedLight(period.Quarter, unit, then, becomes),
        ];
    }

    /// <summary>Of a value that is withheld the light is the same for everybody; how it moves with a number that the reader chooses would tell the others'.</summary>
    private static bool IsTold(IndicatorRating rating) => !rating.IsWithheld;

    private IndicatorRating? Before(ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var key = (quarter, unit.Id, indicator.Id);
        if (before.TryGetValue(key, out var known))
        {
            return known;
        }

        return Rate(reference, table, unit, indicator, quarter) is { } rated ? before[key] = rated : null;
    }

    private IndicatorRating? Rate(ReferenceData by, FigureTable figures, ReportingUnit unit, Indicator indicator, Quarter quarter)
    {
        var inForce = by.InForce(quarter);
        var judged = inForce.Facts.Plan.Indicators.FirstOrDefault(known => known.Number == indicator.Number);
        return judged?.TargetOf(quarter.Year) is null ? null : figures.Rate(inForce, unit, judged, quarter, units);
    }
}
