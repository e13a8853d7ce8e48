using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Keeps 任务进展: departments say how a task goes, the bureau decides. Every step is a version; none is ever changed.</summary>
public sealed class TaskReportService(WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue)
{
    /// <summary>Takes one step.</summary>
    /// <exception cref="RefusalException">Not this person's to take, not from where the report stands, something missing, or changed since it was read.</exception>
    public async Task<TaskReportVersion> ApplyAsync(Caller caller, ApplyTaskStep command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => ApplyAsync(scope, facts, command), cancellationToken);
    }

    private async Task<TaskReportVersion> ApplyAsync(WriteScope scope, PlanFacts facts, ApplyTaskStep command)
    {
        var (task, department) = TaskAccess.Require(scope.Actor, facts, command.Key, command.Step);
        var statement = command.Step.Writes() ? (command.Statement ?? new(null, null, null, null)).Read(isHandedIn: command.Step == TaskReportStep.Submit) : null;
        var reason = command.Step.NeedsReason() ? RequiredReason.Of(command.Reason, $"请写明{command.Step.Word()}原因", $"{command.Step.Word()}原因", "请补充项目清单和完成时间") : null;
        var held = await HeldTaskReport.OfAsync(scope, task, command.Key, facts.Period(command.Key.Quarter));
        var subject = new AuditSubject.TaskReport(command.Key);
        if (command.Step.IsReview() && command.Step.Leads(held.Latest?.Status) is null)
        {
            // Before the versions are compared: that would tell the reviewer what the department has only saved.
            throw WrongStatus(command.Step, held.Latest);
        }

        await SeenVersion.RequireAsync(
            scope, command.Version, CurrentTaskReport.Of(held.Latest), $"任务{task.Number}的{department.ShortName}进展", subject, AuditKinds.TaskReportStep);
        var status = command.Step.Leads(held.Latest?.Status) ?? throw WrongStatus(command.Step, held.Latest);
        if (command.Step == TaskReportStep.Reopen)
        {
            await RequireNothingRestsOnItAsync(scope, facts, held.Id);
        }

        RequireOwnWords(command, statement, held.Before);
        await RequireFourEyesAsync(scope, command.Step, held);
        var version = new TaskReportVersion
        {
            ReportId = held.Id,
            Number = (held.Latest?.Number ?? 0) + 1,
            Step = command.Step,
            Status = status,
            Statement = statement ?? held.Latest!.Statement,
            Reason = reason,
            Recorded = scope.Recording,
        };
        scope.Db.TaskReportVersions.Add(version);
        scope.Audit(AuditKinds.TaskReportStep, subject, held.Latest is { } before ? AuditedTaskReport.Of(before) : null, AuditedTaskReport.Of(version));
        if (command.Step != TaskReportStep.Save)
        {
            scope.TaskChanged(task.Number, command.Key.Quarter);
        }

        await TellAsync(scope, facts, task, department, command.Key, version);
        return version;
    }

    /// <summary>What was taken over from the quarter before (沿用) is handed in only when somebody has said that it still holds.</summary>
    private static void RequireOwnWords(ApplyTaskStep command, TaskStatement? statement, TaskReportVersion? before)
    {
        if (command.Step == TaskReportStep.Submit && !command.ConfirmsUnchanged && statement == before?.Statement)
        {
            throw TaskFaults.Refusal([("unchanged", "内容与上季度完全相同。请按本季度情况修改；确实没有变化的，请勾选确认。")]);
        }
    }

    /// <summary>What is found kept (已兑现) stays shown by an approved report.</summary>
    private static async Task RequireNothingRestsOnItAsync(WriteScope scope, PlanFacts facts, int reportId)
    {
        var resting = await scope.Db.CommitmentRecords
            .Where(record => record.ReportId == reportId
                && !scope.Db.CommitmentRecords.Any(later => later.CommitmentId == record.CommitmentId && later.Number > record.Number))
            .Select(record => record.CommitmentId).ToListAsync(scope.CancellationToken);
        if (resting.Count > 0)
        {
            var numbers = facts.Plan.Commitments.Where(commitment => resting.Contains(commitment.Id)).Select(commitment => commitment.Number);
            throw RefusalException.Conflict(
                RefusalCodes.WrongState, $"承诺{string.Join('、', numbers)}的认定以这份进展为依据，请先在“附件外承诺”页撤销认定，再重新打开。");
        }
    }

    /// <summary>四眼原则: whoever wrote, handed in or supported any of it does not approve it, which matters for the bureau's own tasks.</summary>
    private static async Task RequireFourEyesAsync(WriteScope scope, TaskReportStep step, HeldTaskReport held)
    {
        if (step != TaskReportStep.Approve)
        {
            return;
        }

        if (held.Versions.Any(version => version.Step.Writes() && version.Recorded.ById == scope.Actor.UserId))
        {
            throw RefusalException.Forbidden("这份进展是您填写或上报过的，不能审核自己填报的内容，请由市住建局其他人审核。");
        }

        if (await scope.Db.EvidenceFiles.AnyAsync(file => file.TaskReportId == held.Id && file.Recorded.ById == scope.Actor.UserId, scope.CancellationToken))
        {
            throw RefusalException.Forbidden("这份进展有您上传的佐证材料，不能审核自己提供的内容，请由市住建局其他人审核。");
        }
    }

    /// <summary>The department's people hear of what came back to them.</summary>
    private async Task TellAsync(WriteScope scope, PlanFacts facts, PlanTask task, Department department, TaskReportKey key, TaskReportVersion version)
    {
        if (!version.Step.NeedsReason())
        {
            return;
        }

        var people = (await DepartmentPeople.ReadAsync(scope.Db, facts, scope.CancellationToken))[department.Id];
        await notices.TellAsync(scope, new Announcement(
            NoticeKind.TaskProgress,
            $"任务进展{version.Step.Word()}：任务{task.Number}",
            $"{key.Quarter.ChineseName}“{task.Title}”的进展被{version.Step.Word()}：{version.Reason}",
            [.. people.Select(person => new Addressee(person, $"/progress?period={key.Quarter}"))]));
    }

    private static RefusalException WrongStatus(TaskReportStep step, TaskReportVersion? latest) => RefusalException.Conflict(
        RefusalCodes.WrongStatus, latest is null ? $"还没有填写，不能{step.Word()}。" : $"这份进展目前为“{latest.Status.Word()}”，不能{step.Word()}。");
}
