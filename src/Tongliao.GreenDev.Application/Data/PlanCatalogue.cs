using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>
/// Gives the current <see cref="ReferenceData"/>: kept in memory, and read anew when the database counts a newer
/// revision. Costs one small statement an operation, on one node or several.
/// </summary>
public sealed class PlanCatalogue(IDbContextFactory<GreenDevDbContext> contexts) : IDisposable
{
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile ReferenceData? current;

    /// <summary>The copy read last, perhaps an old one; for what does not change while the portal runs. Null before the first reading.</summary>
    public ReferenceData? LastKnown => current;

    /// <exception cref="InvalidOperationException">No plan has been loaded; run the verb migrate.</exception>
    public async Task<ReferenceData> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await GetAsync(db, cancellationToken);
    }

    /// <summary>The same over a context that is open already, so that a screen takes one connection.</summary>
    public async Task<ReferenceData> GetAsync(GreenDevDbContext db, CancellationToken cancellationToken)
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
        var plan = await db.Plans.AsNoTracking().OrderBy(p => p.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException("No plan has been loaded; run the verb migrate.");
        return new ReferenceData(
            revision,
            await db.Users.AnyAsync(user => user.IsDemo, cancellationToken),
            await ReadPartsAsync(db, plan, cancellationToken),
            await db.Periods.AsNoTracking().ToListAsync(cancellationToken),
            new ReferenceRecords(
                await db.Baselines.AsNoTracking().ToListAsync(cancellationToken),
                await db.RegionTargets.AsNoTracking().ToListAsync(cancellationToken),
                await db.IndicatorAmendments.AsNoTracking().ToListAsync(cancellationToken)));
    }

    private static async Task<Plan> ReadPartsAsync(GreenDevDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var tasks = await db.PlanTasks.AsNoTracking().Where(t => EF.Property<int>(t, "PlanId") == plan.Id)
            .OrderBy(t => t.Number).ToListAsync(cancellationToken);
        var indicators = await db.Indicators.AsNoTracking().Where(i => EF.Property<int>(i, "PlanId") == plan.Id)
            .OrderBy(i => i.Number).ToListAsync(cancellationToken);
        return new Plan
        {
            Key = plan.Key,
            Title = plan.Title,
            DocumentNumber = plan.DocumentNumber,
            IssuedOn = plan.IssuedOn,
            Issuer = plan.Issuer,
            FirstYear = plan.FirstYear,
            LastYear = plan.LastYear,
            FullText = plan.FullText,
            Annex = plan.Annex,
            Sections = await db.PlanSections.AsNoTracking().Where(s => EF.Property<int>(s, "PlanId") == plan.Id)
                .OrderBy(s => s.Number).ToListAsync(cancellationToken),
            Tasks = tasks,
            Indicators = indicators,
            Commitments = await db.Commitments.AsNoTracking().Where(c => EF.Property<int>(c, "PlanId") == plan.Id)
                .OrderBy(c => c.Number).ToListAsync(cancellationToken),
            OpenQuestions = [.. (await db.OpenQuestions.AsNoTracking().Where(q => EF.Property<int>(q, "PlanId") == plan.Id)
                .ToListAsync(cancellationToken)).OrderBy(q => q.Id.Length).ThenBy(q => q.Id, StringComparer.Ordinal)],
            Regions = new UnitTree(await db.Units.AsNoTracking().ToListAsync(cancellationToken)),
            Departments = await db.Departments.AsNoTracking().OrderBy(d => d.Order).ToListAsync(cancellationToken),
        };
    }
}
