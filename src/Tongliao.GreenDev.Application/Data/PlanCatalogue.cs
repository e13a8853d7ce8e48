using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>
/// Gives what changes seldom: kept in memory, and read anew when the database counts a newer revision. Costs one small statement an
/// operation, on one node or several. To everyone it gives the <see cref="PlanFacts"/>; what else ratings rest on stays in this project.
/// </summary>
public sealed class PlanCatalogue(IDbContextFactory<GreenDevDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile ReferenceData? current;

    /// <summary>The copy read last, perhaps an old one; for what does not change while the portal runs. Null before the first reading.</summary>
    public PlanFacts? LastKnown => current?.Facts;

    /// <exception cref="InvalidOperationException">No plan has been loaded; run the verb migrate.</exception>
    public async Task<PlanFacts> FactsAsync(CancellationToken cancellationToken) => (await GetAsync(cancellationToken)).Facts;

    /// <summary>The same over a context that is open already, so that a screen takes one connection.</summary>
    public async Task<PlanFacts> FactsAsync(GreenDevDbContext db, CancellationToken cancellationToken) => (await GetAsync(db, cancellationToken)).Facts;

    /// <summary>With every unit's baselines and targets: whoever shows any of it asks first whose the reader may see.</summary>
    internal async Task<ReferenceData> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await GetAsync(db, cancellationToken);
    }

    /// <inheritdoc cref="GetAsync(CancellationToken)"/>
    internal async Task<ReferenceData> GetAsync(GreenDevDbContext db, CancellationToken cancellationToken)
    {
        var revision = await db.ReferenceRevisions.Select(r => r.Number).SingleAsync(cancellationToken);
        var known = current;
        if (known?.Revision == revision)
        {
            return known;
        }

        await loading.WaitAsync(cancellationToken);
        try
        {
            if (current?.Revision != revision)
            {
                current = await ReadAsync(db, revision, cancellationToken);
            }

            return current!;
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private static async Task<ReferenceData> ReadAsync(GreenDevDbContext db, long revision, CancellationToken cancellationToken)
    {
        var plan = await db.PlanInUse.AsNoTracking().SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException("No plan has been loaded; run the verb migrate.");
        return new ReferenceData(
            revision,
            new PlanFacts(
                await db.Users.AnyAsync(user => user.IsDemo, cancellationToken),
                await ReadPartsAsync(db, plan, cancellationToken),
                await db.Periods.AsNoTracking().Include(period => period.Standings).Where(period => period.PlanId == plan.Id).ToListAsync(cancellationToken),
                new CheckRules(await db.CheckRules.AsNoTracking().ToListAsync(cancellationToken)),
                new WorkCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken)),
                await db.CountyReviewOrders.AsNoTracking().ToListAsync(cancellationToken),
                await db.Releases.AsNoTracking().Where(release => release.PlanId == plan.Id).ToListAsync(cancellationToken),
                await db.Extensions.AsNoTracking().Where(extension => extension.PlanId == plan.Id).ToListAsync(cancellationToken)),
            new ReferenceRecords(
                await db.Baselines.AsNoTracking().ToListAsync(cancellationToken),
                await db.UnitTargets.AsNoTracking().ToListAsync(cancellationToken),
                await db.IndicatorAmendments.AsNoTracking().ToListAsync(cancellationToken),
                await db.AnsweredQuestions.AsNoTracking().Where(answer => answer.PlanId == plan.Id).ToListAsync(cancellationToken),
                await db.CityFigures.AsNoTracking().ToListAsync(cancellationToken),
                await db.AcceptedDeviations.AsNoTracking().ToListAsync(cancellationToken)));
    }

    private static async Task<Plan> ReadPartsAsync(GreenDevDbContext db, Plan plan, CancellationToken cancellationToken) => plan with
    {
        Sections = await PartsOf<PlanSection>(db, plan).OrderBy(section => section.Number).ToListAsync(cancellationToken),
        Tasks = await PartsOf<PlanTask>(db, plan).OrderBy(task => task.Number).ToListAsync(cancellationToken),
        Indicators = await PartsOf<Indicator>(db, plan).OrderBy(indicator => indicator.Number).ToListAsync(cancellationToken),
        Commitments = await PartsOf<Commitment>(db, plan).OrderBy(commitment => commitment.Number).ToListAsync(cancellationToken),
        OpenQuestions = [.. (await PartsOf<OpenQuestion>(db, plan).ToListAsync(cancellationToken))
            .OrderBy(question => question.Id.Length).ThenBy(question => question.Id, StringComparer.Ordinal)],
        Regions = new UnitTree(await PartsOf<ReportingUnit>(db, plan).ToListAsync(cancellationToken)),
        Departments = await PartsOf<Department>(db, plan).OrderBy(department => department.Order).ToListAsync(cancellationToken),
    };

    private static IQueryable<TPart> PartsOf<TPart>(GreenDevDbContext db, Plan plan)
        where TPart : class =>
        db.Set<TPart>().AsNoTracking().Where(part => EF.Property<int>(part, "PlanId") == plan.Id);
}
