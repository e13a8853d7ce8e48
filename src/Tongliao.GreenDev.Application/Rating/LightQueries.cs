using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Rates a quarter together with how its lights came to be: up to eight quarters, for hardly more than the one costs.</summary>
public sealed class LightQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, RatingQueries ratings, OfficeClock clock)
{
    private readonly LightHistory history = new();

    /// <summary>Of how many quarters lights are kept in memory.</summary>
    internal int Kept => history.Kept;

    /// <summary>The matrix with what came before. As many statements as the matrix alone.</summary>
    /// <inheritdoc cref="RatingQueries.MatrixAsync(Caller, Quarter?, FigureBasis, CancellationToken)"/>
    public Task<RatingBoard> BoardAsync(Caller caller, Quarter? quarter, FigureBasis basis, CancellationToken cancellationToken) =>
        BoardAsync(caller, quarter, basis, asOf: null, cancellationToken);

    /// <inheritdoc cref="RatingQueries.MatrixAsync(Caller, Quarter?, FigureBasis, DateTimeOffset?, CancellationToken)"/>
    public async Task<RatingBoard> BoardAsync(
        Caller caller, Quarter? quarter, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var present = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var reference = present.SeenAt(asOf);
        var facts = reference.Facts;
        var period = quarter is { } chosen ? facts.Period(chosen) : await RatingQueries.LastJudgedAsync(db, facts, cancellationToken);
        var table = await TableAsync(db, reference, facts.Plan.City, period.Quarter, basis, cancellationToken);
        var units = RatingQueries.Visible(actor, facts.Plan).ToList();
        var matrix = RatingQueries.WithSince(ratings.Matrix(reference, table, units, period), reference, present, table);
        var trend = history.TrendOf(reference, table, facts.Plan.City, matrix.City.Select(rating => rating.State), period.Quarter, basis);
        return new RatingBoard(matrix, trend, facts.OpenedBefore(period) is { } before ? table.ProgressOf(before, units, clock) : null);
    }

    /// <summary>One unit's lights, or the city's, over a context that is open already, for a reader who may see all of it. One statement.</summary>
    internal async Task<UnitLights> LightsAsync(
        GreenDevDbContext db, ReferenceData reference, ReportingUnit unit, ReportingPeriod period, FigureBasis basis, CancellationToken cancellationToken)
    {
        var quarter = period.Quarter;
        var table = await TableAsync(db, reference, unit, quarter, basis, cancellationToken);
        var inForce = reference.InForce(quarter);
        var plan = inForce.Facts.Plan;
        var rated = plan.Indicators.Select(indicator => table.Rate(inForce, unit, indicator, quarter, plan.Regions.All)).ToList();
        return new UnitLights(
            inForce.Facts,
            unit,
            period,
            rated,
            table.StatesBefore(reference, unit, quarter),
            history.TrendOf(reference, table, unit, rated.Select(rating => rating.State), quarter, basis));
    }

    private Task<FigureTable> TableAsync(
        GreenDevDbContext db, ReferenceData reference, ReportingUnit unit, Quarter quarter, FigureBasis basis, CancellationToken cancellationToken) =>
        FigureTable.ReadAsync(
            db,
            reference.Facts,
            [.. FigureTable.QuartersFor(reference.Facts.Plan, quarter).Union(history.Unknown(reference, unit, quarter, basis))],
            basis,
            unit.Reports ? unit.Id : null,
            indicatorId: null,
            cancellationToken);
}
