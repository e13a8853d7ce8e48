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
    /// <param name="quarter">Null for <see cref="LastJudgedAsync(Caller, DateTimeOffset?, CancellationToken)">the latest that can be judged</see>.</param>
    /// <param name="basis">口径.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public Task<RatingMatrix> MatrixAsync(Caller caller, Quarter? quarter, FigureBasis basis, CancellationToken cancellationToken) =>
        MatrixAsync(caller, quarter, basis, asOf: null, cancellationToken);

    /// <summary>The same as it was at a moment (截至), with what has changed since; null for now. As many statements.</summary>
    /// <inheritdoc cref="MatrixAsync(Caller, Quarter?, FigureBasis, CancellationToken)"/>
    public async Task<RatingMatrix> MatrixAsync(
        Caller caller, Quarter? quarter, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var present = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var reference = present.SeenAt(asOf);
        var period = quarter is { } chosen ? reference.Facts.Period(chosen) : await LastJudgedAsync(db, reference.Facts, cancellationToken);
        var units = Visible(actor, reference.Facts.Plan).ToList();
        var table = await TableAsync(db, reference, period, basis, cancellationToken);
        return WithSince(Matrix(reference, table, units, period), reference, present, table);
    }

    /// <summary>
    /// The latest quarter that has something to judge: half of the indicators at least have come in from every unit that counts for
    /// the city. Before there is any, the one people work on.
    /// </summary>
    public async Task<ReportingPeriod> LastJudgedAsync(Caller caller, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LastJudgedAsync(db, (await catalogue.FactsAsync(db, caller, cancellationToken)).AsSeenAt(asOf), cancellationToken);
    }

    /// <summary>All ratings of a quarter for the system itself, with every unit; the plan by its key, or the first.</summary>
    /// <exception cref="RefusalException">An unknown period.</exception>
    internal async Task<RatingMatrix> WholeMatrixAsync(string? plan, Quarter quarter, FigureBasis basis, CancellationToken cancellationToken)
    {
        var reference = await catalogue.NamedAsync(plan, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var period = reference.Facts.Period(quarter);
        return Matrix(reference, await TableAsync(db, reference, period, basis, cancellationToken), reference.Facts.Plan.Regions.All, period);
    }

    /// <summary>All ratings of every quarter up to one (监测台账). Three statements: reader, revision, figures.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="quarter">The last.</param>
    /// <param name="basis">口径.</param>
    /// <param name="asOf">截至; null for now.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public async Task<RatingLedger> LedgerAsync(Caller caller, Quarter quarter, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = (await catalogue.GetAsync(db, caller, cancellationToken)).SeenAt(asOf);
        actor.Require(Act.ReadValues);
        var last = reference.Facts.Period(quarter);
        var units = Visible(actor, reference.Facts.Plan).ToList();
        return new RatingLedger(
            reference.Facts, units, await MatricesAsync(db, reference, period => period.Quarter <= last.Quarter, units, basis, cancellationToken));
    }

    /// <summary>All ratings of several quarters as they are now, from one reading: reader, revision and figures, three statements. A quarter that is not the plan's is left out.</summary>
    /// <param name="caller">Who reads; null for the system itself, with every unit.</param>
    /// <param name="plan">Its key, where the system reads.</param>
    /// <param name="quarters">Which.</param>
    /// <param name="basis">口径.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    internal async Task<IReadOnlyList<RatingMatrix>> MatricesAsync(
        Caller? caller, string? plan, IReadOnlySet<Quarter> quarters, FigureBasis basis, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = caller is null ? null : await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = caller is null ? await catalogue.NamedAsync(plan, cancellationToken) : await catalogue.GetAsync(db, caller, cancellationToken);
        actor?.Require(Act.ReadValues);
        var units = actor is null ? reference.Facts.Plan.Regions.All : [.. Visible(actor, reference.Facts.Plan)];
        return await MatricesAsync(db, reference, period => quarters.Contains(period.Quarter), units, basis, cancellationToken);
    }

    private async Task<IReadOnlyList<RatingMatrix>> MatricesAsync(
        GreenDevDbContext db, ReferenceData reference, Func<ReportingPeriod, bool> which, IReadOnlyList<ReportingUnit> units, FigureBasis basis, CancellationToken cancellationToken)
    {
        var periods = reference.Facts.Periods.Where(which).ToList();
        var quarters = periods.SelectMany(period => FigureTable.QuartersFor(reference.Facts.Plan, period.Quarter)).Distinct().ToList();
        var table = await FigureTable.ReadAsync(db, reference.Facts, quarters, basis, unitId: null, indicatorId: null, cancellationToken);
        return periods.ConvertAll(period => Matrix(reference, table, units, period));
    }

    /// <summary>One indicator over all quarters of the plan, for the units the reader may see and the city.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="indicatorNumber">Of the annex.</param>
    /// <param name="basis">口径.</param>
    /// <param name="asOf">截至: as it was at a moment, with what has changed since; null for now.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown indicator.</exception>
    public async Task<RatingSeries> SeriesAsync(
        Caller caller, int indicatorNumber, FigureBasis basis, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var present = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        var reference = present.SeenAt(asOf);
        var indicator = reference.Facts.Indicator(indicatorNumber);
        var quarters = reference.Facts.Periods.Select(p => p.Quarter).ToList();
        var table = await FigureTable.ReadAsync(db, reference.Facts, quarters, basis, unitId: null, indicator.Id, cancellationToken);
        var units = Visible(actor, reference.Facts.Plan).ToList();
        var ratings = Rated(reference);
        return new RatingSeries(reference.Facts, ratings)
        {
            Since = asOf is null ? null :
            [
                .. from pair in ratings.Zip(Rated(present))
                   where ChangedLight.LookDifferent(pair.First, pair.Second)
                   select new ChangedLight(pair.First.Quarter, reference.Facts.UnitOrAggregate(pair.First.UnitCode), pair.First, pair.Second),
            ],
        };

        List<IndicatorRating> Rated(ReferenceData known) =>
        [
            .. from quarter in quarters
               let inForce = known.InForce(quarter)
               where inForce.Facts.Plan.Indicators.Any(judged => judged.Number == indicatorNumber)
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
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
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

    /// <inheritdoc cref="LastJudgedAsync(Caller, DateTimeOffset?, CancellationToken)"/>
    internal static async Task<ReportingPeriod> LastJudgedAsync(GreenDevDbContext db, PlanFacts facts, CancellationToken cancellationToken)
    {
        var reached = (await (
            from submission in db.Submissions
            where submission.PlanId == facts.Plan.Id
            from value in WithCity(db, facts.SeenAt)
            where value.SubmissionId == submission.Id
            select new { submission.Quarter, value.IndicatorId, submission.UnitId })
            .ToListAsync(cancellationToken)).ToHashSet();
        return facts.Periods.LastOrDefault(period => IsJudged(period.Quarter)) ?? facts.CurrentPeriod();

        bool IsJudged(Quarter quarter) => facts.Plan.Indicators.Count(indicator => facts.Plan.Units
            .Where(unit => indicator.IsMadeFrom(unit.Sets))
            .All(unit => reached.Contains(new { Quarter = quarter, IndicatorId = indicator.Id, UnitId = unit.Id }))) * 2 >= facts.Plan.Indicators.Count;
    }

    /// <summary>The values that have reached the city, or had by a moment.</summary>
    private static IQueryable<ReportedValue> WithCity(GreenDevDbContext db, DateTimeOffset? seenAt) => seenAt is null
        ? db.Values.Where(value => value.Status == ValueStatus.CityReview || value.Status == ValueStatus.Accepted)
        : from value in db.Values
          let status = db.Revisions.Where(revision => revision.ValueId == value.Id && revision.At <= seenAt)
              .OrderByDescending(revision => revision.Version).Select(revision => revision.Status).FirstOrDefault()
          where status == ValueStatus.CityReview || status == ValueStatus.Accepted
          select value;

    /// <summary>What a quarter is rated from, over a context that is open already. One statement.</summary>
    private static Task<FigureTable> TableAsync(
        GreenDevDbContext db, ReferenceData reference, ReportingPeriod period, FigureBasis basis, CancellationToken cancellationToken) => FigureTable.ReadAsync(
            db, reference.Facts, FigureTable.QuartersFor(reference.Facts.Plan, period.Quarter), basis, unitId: null, indicatorId: null, cancellationToken);

    internal RatingMatrix Matrix(ReferenceData reference, FigureTable table, IReadOnlyList<ReportingUnit> units, ReportingPeriod period) =>
        Matrix(reference.InForce(period.Quarter), table, units, period, Repairs.Of(reference, table, reference.Facts.LastReleaseOf(period.Quarter)));

    /// <summary>The same by what an earlier release had.</summary>
    internal RatingMatrix MatrixOf(Release release, ReferenceData reference, FigureTable table, IReadOnlyList<ReportingUnit> units, ReportingPeriod period) =>
        Matrix(reference.InForceOf(release), table, units, period, Repairs.Of(reference, table, release));

    private RatingMatrix Matrix(ReferenceData inForce, FigureTable table, IReadOnlyList<ReportingUnit> units, ReportingPeriod period, Repairs repairs)
    {
        var ratings = Rated(inForce, table, units, period.Quarter);
        ReportingUnit UnitOf(IndicatorRating rating) => units.First(unit => unit.Code == rating.UnitCode);
        return new RatingMatrix(inForce.Facts, period, units, ratings, table.ProgressOf(period, units, clock))
        {
            Repairs = repairs.In(ratings.Values, units),
            CalculationOf = rating => table.Calculate(inForce, UnitOf(rating), rating.Indicator, period.Quarter, units),
            CaseOf = rating => UnitOf(rating).Reporting.All(units.Contains) ? table.RatedCaseOf(inForce, UnitOf(rating), rating.Indicator) : null,
        };
    }

    private static Dictionary<(int Indicator, string Unit), IndicatorRating> Rated(
        ReferenceData inForce, FigureTable table, IReadOnlyList<ReportingUnit> units, Quarter quarter)
    {
        var ratings = new Dictionary<(int, string), IndicatorRating>(units.Count * inForce.Facts.Plan.Indicators.Count);
        foreach (var indicator in inForce.Facts.Plan.Indicators)
        {
            foreach (var unit in units)
            {
                ratings[(indicator.Number, unit.Code)] = table.Rate(inForce, unit, indicator, quarter, units);
            }
        }

        return ratings;
    }

    /// <summary>With what has changed since the moment, told from the same rows.</summary>
    /// <param name="matrix">As of the moment.</param>
    /// <param name="seen">As it was known then.</param>
    /// <param name="present">As it is known now.</param>
    /// <param name="table">With every row, also later ones.</param>
    internal static RatingMatrix WithSince(RatingMatrix matrix, ReferenceData seen, ReferenceData present, FigureTable table)
    {
        var quarter = matrix.Period.Quarter;
        var (then, now) = (seen.InForce(quarter), present.InForce(quarter));
        if (seen == present)
        {
            return matrix;
        }

        // The same lock and release settle both.
        var ratings = then.Known == now.Known ? matrix.Ratings : Rated(now, table, matrix.Units, quarter);
        return matrix with
        {
            Since =
            [
                .. from indicator in matrix.Facts.Plan.Indicators
                   from unit in matrix.Units
                   let after = ratings[(indicator.Number, unit.Code)]
                   where ChangedLight.LookDifferent(matrix[indicator, unit], after)
                   select new ChangedLight(quarter, unit, matrix[indicator, unit], after),
            ],
        };
    }

    internal static IEnumerable<ReportingUnit> Visible(Actor actor, Plan plan) =>
        plan.Regions.All.Where(actor.MayReadUnit);
}
