using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>What is pointed out of the city's figures: who weighs unusually much, and what a yearbook says otherwise. Only for who reads every unit.</summary>
public sealed class CityQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    private const int SettledQuarters = 4;

    /// <summary>The city's numbers of yearbooks beside the units' sums, by indicator, field and year; empty for who may not read every unit.</summary>
    public Task<IReadOnlyList<CityComparison>> ComparisonsAsync(Caller caller, CancellationToken cancellationToken) =>
        ComparisonsAsync(caller, asOf: null, cancellationToken);

    /// <summary>The same as of a moment (截至); null for now.</summary>
    public async Task<IReadOnlyList<CityComparison>> ComparisonsAsync(Caller caller, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = (await catalogue.GetAsync(db, caller, cancellationToken)).SeenAt(asOf);
        var plan = reference.Facts.Plan;
        if (!SeesAll(actor, plan) || reference.CityFigures.Count == 0)
        {
            return [];
        }

        List<Quarter> quarters = [.. reference.CityFigures.Select(figure => new Quarter(figure.Year, 4)).Distinct()];
        var table = await FigureTable.ReadAsync(db, reference.Facts, quarters, FigureBasis.Submitted, unitId: null, indicatorId: null, cancellationToken);
        return
        [
            .. from figure in reference.CityFigures
               let inForce = reference.InForce(new Quarter(figure.Year, 4))
               let indicator = inForce.Facts.Plan.Indicators.First(indicator => indicator.Id == figure.IndicatorId)
               orderby figure.Year descending, indicator.Number, figure.Field
               select CityComparison.Of(
                   indicator, figure, [.. plan.Units.Select(unit => table.CaseOf(inForce, unit, indicator))], reference.Facts.Checks.Limits),
        ];
    }

    /// <summary>Of which indicators a unit weighs unusually much in a quarter, in Chinese by 序号; empty for who may not read every unit.</summary>
    /// <param name="caller">A reviewer or a reader.</param>
    /// <param name="unitCode">Whose weight.</param>
    /// <param name="quarter">When.</param>
    /// <param name="basis">Which statements count.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<IReadOnlyDictionary<int, string>> WeightsAsync(
        Caller caller, string unitCode, Quarter quarter, FigureBasis basis, CancellationToken cancellationToken) =>
        WeightsAsync(caller, unitCode, quarter, basis, asOf: null, cancellationToken);

    /// <summary>The same as of a moment (截至); null for now.</summary>
    /// <inheritdoc cref="WeightsAsync(Caller, string, Quarter, FigureBasis, CancellationToken)"/>
    public async Task<IReadOnlyDictionary<int, string>> WeightsAsync(
        Caller caller, string unitCode, Quarter quarter, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = (await catalogue.GetAsync(db, caller, cancellationToken)).SeenAt(asOf).InForce(quarter);
        var plan = reference.Facts.Plan;
        List<Quarter> settled =
        [
            .. reference.Facts.Periods.Where(period => period.State == PeriodState.Locked && period.Quarter < quarter)
                .Select(period => period.Quarter).OrderDescending().Take(SettledQuarters),
        ];
        var unit = plan.Units.FirstOrDefault(known => known.Code == unitCode);
        if (unit is null || settled.Count == 0 || !SeesAll(actor, plan))
        {
            return new Dictionary<int, string>();
        }

        var table = await FigureTable.ReadAsync(db, reference.Facts, [.. settled, quarter], basis, unitId: null, indicatorId: null, cancellationToken);
        return (
            from indicator in plan.Indicators
            let cases = plan.Units.ToDictionary(known => known.Code, known => table.CaseOf(reference, known, indicator))
            let words = UnitWeight.Of(indicator, quarter, cases[unit.Code], cases.Values, settled, reference.Facts.Checks.Limits)
            where words is not null
            select (indicator.Number, words)).ToDictionary(pair => pair.Number, pair => pair.words);
    }

    private static bool SeesAll(Actor actor, Plan plan) => actor.May(Act.ReadValues) && plan.Units.All(actor.MayReadUnit);
}
