using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>
/// Gives what changes seldom of each plan: kept in memory, and read anew when the database counts a newer revision. Costs one small
/// statement an operation, on one node or several. To everyone it gives the <see cref="PlanFacts"/>; what else ratings rest on stays in this
/// project. Which plan is asked for is never assumed here: whoever asks chooses it, in that same statement.
/// </summary>
public sealed class PlanCatalogue(IDbContextFactory<GreenDevDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile ImmutableDictionary<int, ReferenceData> current = ImmutableDictionary<int, ReferenceData>.Empty;

    /// <summary>What was read last of a plan, perhaps an old copy; for what does not change while the portal runs. Null where it was not read yet.</summary>
    /// <param name="key">The plan; null for the one that was loaded first.</param>
    public PlanFacts? LastKnown(string? key) => current.Values.Where(plan => key is null || plan.Facts.Plan.Key == key).MinBy(plan => plan.Facts.Plan.Id)?.Facts;

    /// <inheritdoc cref="LastKnown(string?)"/>
    internal PlanFacts? LastKnown(int planId) => current.GetValueOrDefault(planId)?.Facts;

    /// <summary>The plan that was loaded first, for what is of no one person: the demo, and who has not signed in.</summary>
    /// <exception cref="InvalidOperationException">No plan has been loaded; run the verb migrate.</exception>
    public async Task<PlanFacts> FirstAsync(CancellationToken cancellationToken) => (await NamedAsync(key: null, cancellationToken)).Facts;

    /// <summary>The plan of a key, for the system itself; null for the one that was loaded first.</summary>
    /// <exception cref="RefusalException">NotFound.</exception>
    internal Task<ReferenceData> NamedAsync(string? key, CancellationToken cancellationToken) => GetAsync(
        db => db.Plans.Where(plan => key == null || plan.Key == key).OrderBy(plan => plan.Id).Select(plan => plan.Id), cancellationToken);

    /// <summary>Every plan, the first one first: what the portal does by itself, it does for each.</summary>
    internal async Task<IReadOnlyList<ReferenceData>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plans = new List<ReferenceData>();
        foreach (var id in await db.Plans.OrderBy(plan => plan.Id).Select(plan => plan.Id).ToListAsync(cancellationToken))
        {
            plans.Add(await GetAsync(db, db.Plans.Where(plan => plan.Id == id).Select(plan => plan.Id), cancellationToken));
        }

        return plans;
    }

    /// <summary>With every unit's baselines and targets: whoever shows any of it asks first whose the reader may see.</summary>
    /// <param name="which">The ids of the plans that may be meant; the first one is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="RefusalException">NotFound: none of them is.</exception>
    internal async Task<ReferenceData> GetAsync(Func<GreenDevDbContext, IQueryable<int>> which, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await GetAsync(db, which(db), cancellationToken);
    }

    /// <summary>The same over a context that is open already, so that a screen takes one connection.</summary>
    /// <inheritdoc cref="GetAsync(Func{GreenDevDbContext, IQueryable{int}}, CancellationToken)"/>
    internal async Task<ReferenceData> GetAsync(GreenDevDbContext db, IQueryable<int> which, CancellationToken cancellationToken)
    {
        var asked = await db.ReferenceRevisions
            .Select(revision => new { revision.Number, PlanId = which.Select(id => (int?)id).FirstOrDefault() })
            .SingleAsync(cancellationToken);
        if (asked.PlanId is not { } planId)
        {
            throw await db.Plans.AnyAsync(cancellationToken)
                ? RefusalException.NoSuchPlan()
                : new InvalidOperationException("No plan has been loaded; run the verb migrate.");
        }

        return Known(planId, asked.Number) ?? await LoadAsync(db, planId, asked.Number, cancellationToken);
    }

    public void Dispose() => loading.Dispose();

    private async Task<ReferenceData> LoadAsync(GreenDevDbContext db, int planId, long revision, CancellationToken cancellationToken)
    {
        await loading.WaitAsync(cancellationToken);
        try
        {
            if (Known(planId, revision) is { } known)
            {
                return known;
            }

            var read = await ReadAsync(db, planId, revision, cancellationToken);
            current = current.SetItem(planId, read);
            return read;
        }
        finally
        {
            loading.Release();
        }
    }

    private static async Task<ReferenceData> ReadAsync(GreenDevDbContext db, int planId, long revision, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.AsNoTracking().Where(plan => plan.Id == planId)
            .Select(plan => new { Plan = plan, HasOthers = db.Plans.Any(other => other.Id != planId) }).SingleAsync(cancellationToken);
        return new ReferenceData(revision, await ReadFactsAsync(db, plans.Plan, plans.HasOthers, cancellationToken), await ReadRecordsAsync(db, planId, cancellationToken));
    }

    private static async Task<PlanFacts> ReadFactsAsync(GreenDevDbContext db, Plan plan, bool hasOthers, CancellationToken cancellationToken) => new(
        await db.Users.AnyAsync(user => user.IsDemo, cancellationToken),
        await PlanParts.ReadAsync(db, plan, cancellationToken),
        await db.Periods.AsNoTracking().Include(period => period.Standings).Where(period => period.PlanId == plan.Id).ToListAsync(cancellationToken),
        new CheckRules(await db.CheckRules.AsNoTracking().ToListAsync(cancellationToken)),
        new WorkCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(cancellationToken)),
        await db.CountyReviewOrders.AsNoTracking().ToListAsync(cancellationToken),
        await db.Releases.AsNoTracking().Where(release => release.PlanId == plan.Id).ToListAsync(cancellationToken),
        await db.Extensions.AsNoTracking().Where(extension => extension.PlanId == plan.Id).ToListAsync(cancellationToken))
    {
        HasOthers = hasOthers,
    };

    private static async Task<ReferenceRecords> ReadRecordsAsync(GreenDevDbContext db, int planId, CancellationToken cancellationToken)
    {
        var indicators = db.Indicators.Where(indicator => EF.Property<int>(indicator, "PlanId") == planId).Select(indicator => indicator.Id);
        return new ReferenceRecords(
            await db.Baselines.AsNoTracking().Where(baseline => indicators.Contains(baseline.IndicatorId)).ToListAsync(cancellationToken),
            await db.UnitTargets.AsNoTracking().Where(target => indicators.Contains(target.IndicatorId)).ToListAsync(cancellationToken),
            await db.IndicatorAmendments.AsNoTracking().Where(amendment => indicators.Contains(amendment.IndicatorId)).ToListAsync(cancellationToken),
            await db.AnsweredQuestions.AsNoTracking().Where(answer => answer.PlanId == planId).ToListAsync(cancellationToken),
            await db.CityFigures.AsNoTracking().Where(figure => indicators.Contains(figure.IndicatorId)).ToListAsync(cancellationToken),
            await db.AcceptedDeviations.AsNoTracking().Where(deviation => indicators.Contains(deviation.IndicatorId)).ToListAsync(cancellationToken));
    }

    /// <summary>Null where it was not read at that revision.</summary>
    private ReferenceData? Known(int planId, long revision) => current.GetValueOrDefault(planId) is { } plan && plan.Revision == revision ? plan : null;
}
