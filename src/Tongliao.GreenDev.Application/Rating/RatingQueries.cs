using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>Rates what is stored, at the moment it is asked for; nothing derived is kept.</summary>
public sealed class RatingQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>All ratings of a quarter that the reader may see. Three statements: reader, revision, figures; one more to find the quarter.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="quarter">Null for <see cref="LastJudgedAsync(CancellationToken)">the latest that can be judged</see>.</param>
    /// <param name="basis">口径.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public async Task<RatingMatrix> MatrixAsync(Caller caller, Quarter? quarter, FigureBasis basis, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        actor.Require(Act.ReadValues);
        var period = quarter is { } chosen ? reference.Facts.Period(chosen) : await LastJudgedAsync(db, reference.Facts, cancellationToken);
        return await MatrixAsync(db, reference, period, basis, [.. Visible(actor, reference.Facts.Plan)], cancellationToken);
    }

    /// <summary>
    /// The latest quarter that has something to judge: half of the indicators at least have come in from every unit that counts for
    /// the city. Before there is any, the one people work on.
    /// </summary>
    public async Task<ReportingPeriod> LastJudgedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LastJudgedAsync(db, await catalogue.FactsAsync(db, cancellationToken), cancellationToken);
    }

    /// <summary>All ratings of a quarter for the system itself, with every unit.</summary>
    /// <exception cref="RefusalException">An unknown period.</exception>
    internal async Task<RatingMatrix> WholeMatrixAsync(Quarter quarter, FigureBasis basis, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        return await MatrixAsync(db, reference, reference.Facts.Period(quarter), basis, reference.Facts.Plan.Regions.All, cancellationToken);
    }

    /// <summary>One indicator over all quarters of the plan, for the units the reader may see and the city.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown indicator.</exception>
    public async Task<IReadOnlyList<IndicatorRating>> SeriesAsync(
        Caller caller, int indicatorNumber, FigureBasis basis, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        actor.Require(Act.ReadValues);
        var indicator = reference.Facts.Indicator(indicatorNumber);
        var quarters = reference.Facts.Periods.Select(p => p.Quarter).ToList();
        var table = await FigureTable.ReadAsync(db, reference.Facts, quarters, basis, unitId: null, indicator.Id, cancellationToken);
        var units = Visible(actor, reference.Facts.Plan).ToList();
        return
        [
            .. from quarter in quarters
               let inForce = reference.InForce(quarter)
               from unit in units
               select table.Rate(inForce, unit, inForce.Facts.Indicator(indicatorNumber), quarter, units),
        ];
    }

    /// <summary>Whether a unit's value is 补齐（曾未达）, and by which release; null when it is not.</summary>
    /// <exception cref="RefusalException">Out of sight, or unknown.</exception>
    public async Task<Repair?> RepairAsync(Caller caller, ValueKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        var unit = ReportAccess.RequireReporting(actor, reference.Facts, key.UnitCode);
        var indicator = reference.Facts.Indicator(key.IndicatorNumber);
        if (reference.Facts.LastReleaseOf(key.Quarter) is not { Number: > 1 } last)
        {
            return null;
        }

        var table = await FigureTable.ReadAsync(
            db, reference.Facts, FigureTable.QuartersFor(reference.Facts.Plan, key.Quarter), FigureBasis.Submitted, unit.Id, indicator.Id, cancellationToken);
        return Repairs.Of(reference, table, last).Find(unit, indicator.Number, [unit]);
    }

    /// <inheritdoc cref="LastJudgedAsync(CancellationToken)"/>
    internal static async Task<ReportingPeriod> LastJudgedAsync(GreenDevDbContext db, PlanFacts facts, CancellationToken cancellationToken)
    {
        var reached = (await (
            from submission in db.Submissions
            where submission.PlanId == facts.Plan.Id
            from value in submission.Values
            where value.Status == ValueStatus.CityReview || value.Status == ValueStatus.Accepted
            select new { submission.Quarter, value.IndicatorId, submission.UnitId })
            .ToListAsync(cancellationToken)).ToHashSet();
        return facts.Periods.LastOrDefault(period => IsJudged(period.Quarter)) ?? facts.CurrentPeriod();

        bool IsJudged(Quarter quarter) => facts.Plan.Indicators.Count(indicator => facts.Plan.Units
            .Where(unit => indicator.IsMadeFrom(unit.Sets))
            .All(unit => reached.Contains(new { Quarter = quarter, IndicatorId = indicator.Id, UnitId = unit.Id }))) * 2 >= facts.Plan.Indicators.Count;
    }

    /// <summary>The same over a context that is open already, for units the reader may see. One statement.</summary>
    internal async Task<RatingMatrix> MatrixAsync(
        GreenDevDbContext db,
        ReferenceData reference,
        ReportingPeriod period,
        FigureBasis basis,
        IReadOnlyList<ReportingUnit> units,
        CancellationToken cancellationToken)
    {
        var table = await FigureTable.ReadAsync(
            db, reference.Facts, FigureTable.QuartersFor(reference.Facts.Plan, period.Quarter), basis, unitId: null, indicatorId: null, cancellationToken);
        return Matrix(reference, table, units, period);
    }

    internal RatingMatrix Matrix(ReferenceData reference, FigureTable table, IReadOnlyList<ReportingUnit> units, ReportingPeriod period) =>
        Matrix(reference.InForce(period.Quarter), table, units, period, Repairs.Of(reference, table, reference.Facts.LastReleaseOf(period.Quarter)));

    /// <summary>The same by what an earlier release had.</summary>
    internal RatingMatrix MatrixOf(Release release, ReferenceData reference, FigureTable table, IReadOnlyList<ReportingUnit> units, ReportingPeriod period) =>
        Matrix(reference.InForceOf(release), table, units, period, Repairs.Of(reference, table, release));

    private RatingMatrix Matrix(ReferenceData inForce, FigureTable table, IReadOnlyList<ReportingUnit> units, ReportingPeriod period, Repairs repairs)
    {
        var quarter = period.Quarter;
        var ratings = new Dictionary<(int, string), IndicatorRating>(units.Count * inForce.Facts.Plan.Indicators.Count);
        foreach (var indicator in inForce.Facts.Plan.Indicators)
        {
            foreach (var unit in units)
            {
                ratings[(indicator.Number, unit.Code)] = table.Rate(inForce, unit, indicator, quarter, units);
            }
        }

        return new RatingMatrix(inForce.Facts, period, units, ratings, table.ProgressOf(period, units, clock)) 
        {
            Repairs = repairs.In(ratings.Values, units),
            CalculationOf = rating => table.Calculate(inForce, units.First(unit => unit.Code == rating.UnitCode), rating.Indicator, quarter, units),
        };
    }

    internal static IEnumerable<ReportingUnit> Visible(Actor actor, Plan plan) =>
        plan.Regions.All.Where(actor.MayReadUnit);
}
