using System.Globalization;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Indicators;

/// <summary>One indicator over the plan's quarters, laid out by unit, with the path that was expected.</summary>
public sealed class IndicatorSeries
{
    private readonly Dictionary<(string Unit, Quarter Quarter), IndicatorRating> ratings;

    public IndicatorSeries(PlanFacts facts, Indicator indicator, IEnumerable<IndicatorRating> ratings)
    {
        Indicator = indicator;
        this.ratings = ratings.ToDictionary(rating => (rating.UnitCode, rating.Quarter));
        Quarters = [.. facts.Periods.Select(period => period.Quarter)];
        Units = [.. facts.Plan.Regions.All.Where(unit => this.ratings.ContainsKey((unit.Code, Quarters[0])))];
    }

    public Indicator Indicator { get; }

    public IReadOnlyList<Quarter> Quarters { get; }

    /// <summary>The city, then the units the reader may see.</summary>
    public IReadOnlyList<ReportingUnit> Units { get; }

    public IndicatorRating this[ReportingUnit unit, Quarter quarter] => ratings[(unit.Code, quarter)];

    /// <summary>Unit of the numbers of a quarter; those of an increase are percentage points.</summary>
    public string UnitOf(Quarter quarter) =>
        this[Units[0], quarter].Unit;

    /// <summary>The units of all quarters, for example %，2025年起个百分点.</summary>
    public string MeasuredIn => UnitOf(Quarters[0]) + string.Concat(
        Quarters.Zip(Quarters.Skip(1)).Where(pair => UnitOf(pair.First) != UnitOf(pair.Second))
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"，{pair.Second.Year}年起{UnitOf(pair.Second)}")));

    /// <summary>Whether the number counts something else than a quarter before, so that a line must not join the two.</summary>
    public bool ChangesBasisAt(Quarter quarter) =>
        Indicator.TargetOf(quarter.Year)?.Basis is var basis
        && Indicator.TargetOf(quarter.Previous.Year) is { } before && before.Basis != basis;
}
