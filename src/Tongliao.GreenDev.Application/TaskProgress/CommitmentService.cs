using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>The bureau finds commitments kept (认定兑现), each by an approved report on its task, and takes that back. All records stay.</summary>
public sealed class CommitmentService(WriteTransaction write, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <exception cref="RefusalException">Not the bureau, no such commitment, no approved report that shows it, something missing, or changed since it was read.</exception>
    public async Task<CommitmentRecord> RecordAsync(Caller caller, RecordCommitment command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => RecordAsync(scope, facts, command), cancellationToken);
    }

    private async Task<CommitmentRecord> RecordAsync(WriteScope scope, PlanFacts facts, RecordCommitment command)
    {
        scope.Actor.Require(Act.ReviewTasks);
        var commitment = facts.Plan.Commitments.FirstOrDefault(commitment => commitment.Number == command.Number)
            ?? throw RefusalException.NotFound($"没有第{command.Number}项附件外承诺，序号为1至{facts.Plan.Commitments.Count}。");
        await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Commitment}, {commitment.Id})", scope.CancellationToken);
        var last = await scope.Db.CommitmentRecords.AsNoTracking().Where(record => record.CommitmentId == commitment.Id)
            .OrderByDescending(record => record.Number).FirstOrDefaultAsync(scope.CancellationToken);
        var subject = new AuditSubject.Commitment(commitment.Number);
        await SeenVersion.RequireAsync(
            scope, command.Version, new CurrentCommitment(last?.Number ?? 0, last?.KeptOn, last?.Reason), $"承诺{commitment.Number}", subject, AuditKinds.CommitmentRecorded);
        RequirePlace(command, last);
        var record = new CommitmentRecord
        {
            CommitmentId = commitment.Id,
            Number = (last?.Number ?? 0) + 1,
            KeptOn = RequirePast(command.KeptOn),
            ReportId = command.KeptOn is null ? null : await RequireBasisAsync(scope, facts, commitment, command.Basis),
            Reason = RequiredReason.Of(command.Reason, command.KeptOn is null ? "请写明撤销认定的原因" : "请写明认定依据", "认定依据", "现场核查，12个小区全部竣工"),
            Recorded = scope.Recording,
        };
        scope.Db.CommitmentRecords.Add(record);
        scope.Audit(AuditKinds.CommitmentRecorded, subject, last is null ? null : AuditedCommitment.Of(last), AuditedCommitment.Of(record));
        return record;
    }

    private static void RequirePlace(RecordCommitment command, CommitmentRecord? last)
    {
        var isKept = last?.KeptOn is not null;
        if (isKept == command.KeptOn is not null)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, isKept ? "这项承诺已经认定兑现；需要改动的，先撤销认定。" : "这项承诺还没有认定兑现，不用撤销。");
        }
    }

    private DateOnly? RequirePast(DateOnly? day) => day is null || day <= clock.Today
        ? day
        : throw Fault("keptOn", "兑现日期不能晚于今天。");

    /// <summary>What is found kept is shown by an approved report: four eyes have seen it, and its evidence stays.</summary>
    private static async Task<int> RequireBasisAsync(WriteScope scope, PlanFacts facts, Commitment commitment, TaskReportKey? basis)
    {
        if (basis is null || basis.TaskNumber != commitment.TaskNumber)
        {
            throw Fault("basis", $"请选择任务{commitment.TaskNumber}已通过的一份进展作为依据。");
        }

        var task = facts.Plan.Tasks.First(task => task.Number == commitment.TaskNumber);
        var report = await scope.Db.TaskReports.AsNoTracking()
            .Where(report => report.TaskId == task.Id && report.DepartmentId == basis.DepartmentId && report.Quarter == basis.Quarter)
            .Select(report => (int?)report.Id).SingleOrDefaultAsync(scope.CancellationToken);
        return report is { } id && await IsApprovedAsync(scope, id)
            ? id
            : throw Fault("basis", $"这份进展还没有审核通过，不能作为依据。请先审核，或选择任务{commitment.TaskNumber}已通过的进展。");
    }

    /// <summary>Held to the end, so that it is not opened again meanwhile.</summary>
    private static async Task<bool> IsApprovedAsync(WriteScope scope, int reportId)
    {
        await HeldTaskReport.LockAsync(scope, reportId);
        return await scope.Db.TaskReportVersions.Where(version => version.ReportId == reportId).OrderByDescending(version => version.Number)
            .Select(version => version.Status).FirstOrDefaultAsync(scope.CancellationToken) == TaskReportStatus.Approved;
    }

    private static RefusalException Fault(string field, string message) =>
        RefusalException.Invalid(RefusalCodes.CommitmentInvalid, message, new FieldFault(field, message));
}
