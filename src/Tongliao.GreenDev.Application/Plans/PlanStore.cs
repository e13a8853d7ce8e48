using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>Puts plans into the database, together with their quarters, all closed.</summary>
public sealed class PlanStore(WriteTransaction write)
{
    /// <summary>Stores <paramref name="plan"/> unless a plan is there already.</summary>
    /// <returns>Whether it was stored.</returns>
    public Task<bool> StoreOnceAsync(Plan plan, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                // Two processes on a new database must not both load it.
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Plan})", cancellationToken);
                if (await scope.Db.Plans.AnyAsync(cancellationToken))
                {
                    return false;
                }

                await AddAsync(scope, plan);
                scope.Audit(AuditKinds.PlanLoaded, new AuditSubject.LoadedPlan(plan.Key), before: null, new AuditedPlan(plan.Title, plan.DocumentNumber));
                await scope.ReferenceChangedAsync();
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Stores a plan beside others. Of one whose key is there already it adds the indicators that are new, with a row for each in every report
    /// of a quarter that is not locked; a quarter that opens later has them anyway.
    /// </summary>
    /// <exception cref="PlanFileException">A plan of its key is there, and not only indicators were added.</exception>
    public Task<PlanLoad> LoadAsync(PlanEdition edition, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Plan})", cancellationToken);
                await scope.ReferenceChangedAsync();
                var plan = edition.Plan;
                var (planId, added) = await CompareAsync(scope.Db, edition, cancellationToken);
                var reports = planId is { } id ? await AddIndicatorsAsync(scope, id, added) : 0;
                if (planId is null)
                {
                    await AddAsync(scope, plan);
                }

                if (planId is null || added.Count > 0)
                {
                    scope.Audit(
                        AuditKinds.PlanLoaded,
                        new AuditSubject.LoadedPlan(plan.Key),
                        before: null,
                        new AuditedPlan(plan.Title, plan.DocumentNumber) { Added = added.Count == 0 ? null : string.Join('、', added.Select(indicator => indicator.Number)) });
                }

                return new PlanLoad(plan, planId is null, added, reports);
            },
            cancellationToken);

    /// <summary>What <see cref="LoadAsync"/> would do; nothing is stored.</summary>
    /// <exception cref="PlanFileException">A plan of its key is there, and not only indicators were added.</exception>
    public Task<PlanLoad> TryAsync(PlanEdition edition, CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                var (planId, added) = await CompareAsync(scope.Db, edition, cancellationToken);
                var reports = added.Count == 0 ? 0 : await Unlocked(scope.Db, planId!.Value).CountAsync(cancellationToken);
                return new PlanLoad(edition.Plan, planId is null, added, reports);
            },
            cancellationToken);

    private static async Task<(int? PlanId, IReadOnlyList<Indicator> Added)> CompareAsync(GreenDevDbContext db, PlanEdition edition, CancellationToken cancellationToken)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.Key == edition.Plan.Key, cancellationToken) is not { } row)
        {
            return (null, []);
        }

        var faults = edition.Faults();
        var added = new PlanComparison(await PlanParts.ReadAsync(db, row, cancellationToken), faults).Added(edition.Plan);
        faults.ThrowIfAny();
        return (row.Id, added);
    }

    /// <returns>How many reports got a row for each.</returns>
    private static async Task<int> AddIndicatorsAsync(WriteScope scope, int planId, IReadOnlyList<Indicator> added)
    {
        if (added.Count == 0)
        {
            return 0;
        }

        // Whoever opens or locks a period meanwhile is done before, or waits.
        await scope.Db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM reporting_periods WHERE plan_id = {planId} ORDER BY quarter FOR UPDATE", scope.CancellationToken);
        var rows = added.Select(indicator => indicator.Added(scope.Now)).ToList();
        AddParts(scope.Db, planId, rows);
        await scope.Db.SaveChangesAsync(scope.CancellationToken);
        var reports = await Unlocked(scope.Db, planId).ToListAsync(scope.CancellationToken);
        reports.ForEach(report => report.Add(rows.Select(indicator => indicator.Id)));
        return reports.Count;
    }

    private static IQueryable<Submission> Unlocked(GreenDevDbContext db, int planId) => db.Submissions.Where(submission => submission.PlanId == planId
        && db.Periods.Any(period => period.PlanId == planId && period.Quarter == submission.Quarter && period.State != PeriodState.Locked));

    /// <summary>Adds a plan with its parts and quarters, beside others that may be there.</summary>
    internal static async Task AddAsync(WriteScope scope, Plan plan)
    {
        var db = scope.Db;
        db.Plans.Add(plan);
        await db.SaveChangesAsync(scope.CancellationToken);

        AddParts(db, plan.Id, plan.Departments);
        AddParts(db, plan.Id, plan.Regions.All);
        AddParts(db, plan.Id, plan.Sections);
        AddParts(db, plan.Id, plan.Tasks);
        AddParts(db, plan.Id, plan.Indicators);
        AddParts(db, plan.Id, plan.Commitments);
        AddParts(db, plan.Id, plan.OpenQuestions);
        for (var quarter = new Quarter(plan.FirstYear, 1); quarter.Year <= plan.LastYear; quarter = quarter.Next)
        {
            db.Periods.Add(ReportingPeriod.NotYetOpened(plan.Id, quarter));
        }
    }

    private static void AddParts<TPart>(GreenDevDbContext db, int planId, IEnumerable<TPart> parts)
        where TPart : class
    {
        foreach (var part in parts)
        {
            db.Entry(part).Property("PlanId").CurrentValue = planId;
            db.Add(part);
        }
    }
}

/// <summary>A loaded plan in the audit.</summary>
internal sealed record AuditedPlan(
    [property: DisplayName("标题")] string Title, [property: DisplayName("文号")] string DocumentNumber) : AuditPayload
{
    /// <summary>序号 of what was added to a plan that was there; null where the whole was new.</summary>
    [DisplayName("新增指标")]
    public string? Added { get; init; }
}
