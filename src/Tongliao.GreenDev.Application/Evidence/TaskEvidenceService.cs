using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Takes in and removes evidence (佐证材料) beside a report on a task, while it is with its department.</summary>
public sealed class TaskEvidenceService(WriteTransaction write, PlanCatalogue catalogue, IOptions<EvidenceOptions> limits)
{
    /// <summary>Hands in a file.</summary>
    /// <exception cref="RefusalException">Not the department's, not what its name says, too large or one too many, or the report is not to be edited.</exception>
    public async Task<EvidenceFile> AddAsync(Caller caller, AddTaskEvidence command, CancellationToken cancellationToken)
    {
        var file = EvidenceChecks.RequireFile(command.Name, command.Content, limits.Value);
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        var asked = new SentEvidence(command.Key.ToString(), file.Name, Convert.ToHexString([.. file.Hash]));
        return await write.RunAsync(caller, asked, scope => AddAsync(scope, facts, command, file), cancellationToken);
    }

    /// <summary>Removes a file; it stays in the history.</summary>
    /// <exception cref="RefusalException">Out of sight, not the department's, removed before, or the report is not to be edited.</exception>
    public async Task RemoveAsync(Caller caller, long id, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        await write.RunAsync(caller, new RemovedEvidence(id), scope => RemoveAsync(scope, facts, id), cancellationToken);
    }

    private async Task<EvidenceFile> AddAsync(WriteScope scope, PlanFacts facts, AddTaskEvidence command, CheckedFile file)
    {
        // Nothing is stored of what would be refused anyway; what is stored is so before the report is held: its department goes on writing meanwhile.
        await RequireWelcomeAsync(scope, facts, command.Key, file);
        var hash = await EvidenceContents.StoreAsync(scope, file, command.Content);

        // Before the report, as everywhere: files beside two reports of a department do not take the same room.
        await scope.Db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({AdvisoryLocks.TaskEvidence}, hashtext({$"{command.Key.DepartmentId}/{command.Key.Quarter}"}))", scope.CancellationToken);
        var held = await HoldAsync(scope, facts, command.Key);
        await RequireRoomAsync(scope, held.Id, command.Key, file);
        var added = new EvidenceFile
        {
            ValueId = null,
            TaskReportId = held.Id,
            Version = held.Latest?.Number ?? 0,
            CorrectionId = null,
            Name = file.Name,
            Kind = file.Kind,
            Length = file.Length,
            Hash = hash,
            Recorded = scope.Recording,
        };
        scope.Db.EvidenceFiles.Add(added);
        scope.Audit(AuditKinds.EvidenceAdded, new AuditSubject.TaskReport(command.Key), before: null, AuditedEvidence.Of(added));
        return added;
    }

    private static async Task<bool> RemoveAsync(WriteScope scope, PlanFacts facts, long id)
    {
        var located = await TaskEvidence.FindAsync(scope.Db, scope.Actor, facts, id, scope.CancellationToken) ?? throw LocatedEvidence.NotFound();
        var held = await HoldAsync(scope, facts, located.Key);
        await EvidenceRemovals.AddAsync(scope, located.File, held.Latest?.Number ?? 0, new AuditSubject.TaskReport(located.Key));
        return true;
    }

    private async Task RequireWelcomeAsync(WriteScope scope, PlanFacts facts, TaskReportKey key, CheckedFile file)
    {
        var (task, _) = TaskAccess.Require(scope.Actor, facts, key, TaskReportStep.Save);
        var report = await scope.Db.TaskReports
            .Where(report => report.TaskId == task.Id && report.DepartmentId == key.DepartmentId && report.Quarter == key.Quarter)
            .Select(report => new
            {
                report.Id,
                Status = scope.Db.TaskReportVersions.Where(version => version.ReportId == report.Id).OrderByDescending(version => version.Number)
                    .Select(version => (TaskReportStatus?)version.Status).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(scope.CancellationToken);
        RequireWithDepartment(report?.Status);
        await RequireRoomAsync(scope, report?.Id, key, file);
    }

    private Task RequireRoomAsync(WriteScope scope, int? reportId, TaskReportKey key, CheckedFile file) => EvidenceChecks.RequireRoomAsync(
        scope,
        scope.Db.EvidenceFiles.Where(other => other.TaskReportId == reportId && reportId != null),
        scope.Db.EvidenceFiles.Where(other => scope.Db.TaskReports.Any(report =>
            report.Id == other.TaskReportId && report.DepartmentId == key.DepartmentId && report.Quarter == key.Quarter)),
        file,
        limits.Value);

    /// <summary>The report, held to the end, whose evidence may change.</summary>
    private static async Task<HeldTaskReport> HoldAsync(WriteScope scope, PlanFacts facts, TaskReportKey key)
    {
        var (task, _) = TaskAccess.Require(scope.Actor, facts, key, TaskReportStep.Save);
        var held = await HeldTaskReport.OfAsync(scope, task, key, facts.Period(key.Quarter));
        RequireWithDepartment(held.Latest?.Status);
        return held;
    }

    private static void RequireWithDepartment(TaskReportStatus? status)
    {
        if (TaskReportStep.Save.Leads(status) is null)
        {
            throw RefusalException.Conflict(
                RefusalCodes.UnderReview, $"这份进展当前为“{status!.Value.Word()}”，佐证材料不能再增减；需要时请先撤回，或请市住建局退回、重新打开。");
        }
    }

    /// <summary>What tells one upload from another, without the content.</summary>
    private sealed record SentEvidence(string Report, string Name, string Hash);

    private sealed record RemovedEvidence(long Removed);
}
