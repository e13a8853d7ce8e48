using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Reads what stands beside reports on tasks (任务进展), each reader as much as they may see, with what was removed since. Four statements: reader, revision, files, versions.</summary>
public sealed class TaskEvidenceQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>Of all reports of a quarter.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public Task<ILookup<TaskReportKey, TaskFile>> OfQuarterAsync(Caller caller, Quarter quarter, CancellationToken cancellationToken) =>
        ReadAsync(caller, _ => report => report.Quarter == quarter, asOf: null, cancellationToken);

    /// <summary>Of all reports on a task.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public Task<ILookup<TaskReportKey, TaskFile>> OfTaskAsync(Caller caller, int taskNumber, CancellationToken cancellationToken) =>
        OfTaskAsync(caller, taskNumber, asOf: null, cancellationToken);

    /// <summary>The same as of a moment (截至); null for now.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public Task<ILookup<TaskReportKey, TaskFile>> OfTaskAsync(Caller caller, int taskNumber, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        ReadAsync(
            caller,
            facts =>
            {
                var id = facts.Plan.Tasks.Where(task => task.Number == taskNumber).Select(task => task.Id).SingleOrDefault();
                return report => report.TaskId == id;
            },
            asOf,
            cancellationToken);

    private async Task<ILookup<TaskReportKey, TaskFile>> ReadAsync(
        Caller caller, Func<PlanFacts, Expression<Func<TaskReport, bool>>> isAsked, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = (await catalogue.FactsAsync(db, caller, cancellationToken)).AsSeenAt(asOf);
        var reports = db.TaskReports.Where(isAsked(facts)).Select(report => report.Id);
        var files = db.EvidenceFiles.Where(file =>
            file.TaskReportId != null && reports.Contains(file.TaskReportId.Value) && (asOf == null || file.Recorded.At <= asOf));
        return (await TaskEvidence.ReadAsync(db, actor, facts, files, cancellationToken)).ToLookup(seen => seen.Key, seen => new TaskFile(seen.File, seen.Removed));
    }
}
