using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>Puts a plan into an empty database, together with its quarters, all closed.</summary>
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
    [property: DisplayName("标题")] string Title, [property: DisplayName("文号")] string DocumentNumber) : AuditPayload;
