using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Api.Json;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>How the plan's tasks go (任务进展), and the commitments outside the annex; each reader as much as they may see.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this RouteGroupBuilder api)
    {
        api.MapGet("/tasks/progress", static async (
            ApiCaller caller, [Required] string? period, string? asOf, TaskProgressQueries tasks, OfficeClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        {
            var moment = AsOfAddress.Read(asOf, clock);
            AsOfAddress.Tell(response, moment);
            return TasksProgressAnswer.Of(await tasks.OverviewAsync(caller, Queried.Period(period), moment?.Moment, cancellationToken));
        })
            .Says("读取一个季度各项任务的进展：状态、内容、审核情况，是否逾期未报（overdue）、逾期上报（late）；非本部门、非市住建局只看到审核通过的；asOf为截至时间（2025-11-28或2025-11-28T16:30:05），不填为现在", 403, 404, 422);
        api.MapGet("/tasks/{number:int}/progress", static async (
            ApiCaller caller, int number, string? asOf, TaskProgressQueries tasks, OfficeClock clock, HttpResponse response, CancellationToken cancellationToken) =>
        {
            var moment = AsOfAddress.Read(asOf, clock);
            AsOfAddress.Tell(response, moment);
            return (await tasks.HistoryAsync(caller, number, moment?.Moment, cancellationToken)).Reports.Select(TaskReportAnswer.Of);
        })
            .Says("读取一项任务各季度、各部门的进展和办理记录，最近的季度在前；asOf为截至时间（2025-11-28或2025-11-28T16:30:05），不填为现在", 403, 404, 422);
        const string Report = "/tasks/{number:int}/progress/{department}/{period}";
        var reports = api.MapGroup(Report);
        api.MapPut(Report, WriteAsync(TaskReportStep.Save))
            .Says("保存本部门一项任务的进展草稿；写明version（读到的版本，没有的为0）时，期间有修改的不再保存", 403, 404, 409).TakesJson();
        reports.MapPost("/submit", WriteAsync(TaskReportStep.Submit))
            .Says("上报本部门一项任务的进展；与上季度完全相同的，须写明confirmsUnchanged为true", 403, 404, 409).TakesJson();
        reports.MapStep("/withdraw", TaskReportStep.Withdraw, "撤回本部门已上报、还没有审核的任务进展");
        reports.MapPost("/approve", static async (
            ApiCaller caller, int number, string department, string period, TaskApprovalRequest body, TaskReportService service, CancellationToken cancellationToken) =>
            TaskVersionAnswer.Of(await service.ApplyAsync(caller, new ApplyTaskStep(Key(number, department, period), TaskReportStep.Approve, body.Version ?? throw Unread()), cancellationToken)))
            .Says("审核通过一份任务进展（市住建局），须写明读到的version；本人填报、上报或佐证过的不能审核", 403, 404, 409).TakesJson();
        reports.MapStep("/return", TaskReportStep.Return, "退回一份任务进展（市住建局），须写明原因");
        reports.MapStep("/reopen", TaskReportStep.Reopen, "重新打开一份已通过的任务进展（市住建局），须写明原因");
        api.MapGet("/commitments", static async (ApiCaller caller, TaskProgressQueries tasks, CancellationToken cancellationToken) =>
            (await tasks.CommitmentsAsync(caller, cancellationToken)).Lines.Select(CommitmentStandingAnswer.Of))
            .Says("读取附件外承诺的时限和兑现情况", 403);
    }

    /// <summary>Nobody approves what they have not seen.</summary>
    private static RefusalException Unread() => RefusalException.Invalid(
        RefusalCodes.VersionsRequired, "审核通过须写明所看进展的版本。请先读取，核对后在version中写明读到的版本。", new FieldFault("version", "请写明读到的版本，例如2。"));

    private static TaskReportKey Key(int number, string department, string period) => new(number, department, Quarter.Read(period));

    private static Func<ApiCaller, int, string, string, TaskReportRequest, TaskReportService, CancellationToken, Task<TaskVersionAnswer>> WriteAsync(TaskReportStep step) =>
        async (caller, number, department, period, body, service, cancellationToken) => TaskVersionAnswer.Of(await service.ApplyAsync(
            caller,
            new ApplyTaskStep(
                Key(number, department, period),
                step,
                body.Version,
                new TypedTaskStatement(body.State, body.Done, body.Problems, body.Next),
                ConfirmsUnchanged: body.ConfirmsUnchanged),
            cancellationToken));

    private static void MapStep(this RouteGroupBuilder reports, string path, TaskReportStep step, string summary) => reports
        .MapPost(
            path,
            async (ApiCaller caller, int number, string department, string period, TaskStepRequest body, TaskReportService service, CancellationToken cancellationToken) =>
                TaskVersionAnswer.Of(await service.ApplyAsync(
                    caller, new ApplyTaskStep(Key(number, department, period), step, body.Version, Reason: body.Reason), cancellationToken)))
        .Says(summary + "；写明version（读到的版本）时，期间有变化的不再办理", 403, 404, 409).TakesJson();
}

/// <summary>What a department says of a task, as a program sends it.</summary>
/// <param name="State">任务状态.</param>
/// <param name="Done">进展情况.</param>
/// <param name="Problems">存在问题.</param>
/// <param name="Next">下一步措施.</param>
/// <param name="Version">The version that was read, 0 for none; left out to follow whatever stands there.</param>
/// <param name="ConfirmsUnchanged">Whether the words of the quarter before are meant.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaskReportRequest(
    TaskState? State = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? Done = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? Problems = null,
    [property: JsonConverter(typeof(StorableTextConverter))] string? Next = null,
    int? Version = null,
    bool ConfirmsUnchanged = false);

/// <summary>A step that leaves the words as they are.</summary>
/// <param name="Reason">原因, of a return or a reopening.</param>
/// <param name="Version">The version that was read; left out to take what stands there.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaskStepRequest([property: JsonConverter(typeof(StorableTextConverter))] string? Reason = null, int? Version = null);

/// <summary>An approval, which says what was read.</summary>
/// <param name="Version">The version that was read.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaskApprovalRequest([property: Required] int? Version = null);

/// <summary>All tasks of a quarter.</summary>
internal sealed record TasksProgressAnswer(string Period, DateOnly? Due, IReadOnlyList<TaskProgressAnswer> Tasks)
{
    public static TasksProgressAnswer Of(TaskProgressOverview overview) => new(
        overview.Period.Quarter.ToString(), overview.Period.DueOn, [.. overview.Lines.Select(TaskProgressAnswer.Of)]);
}

/// <summary>One department's report on one task; no statement where the reader sees none.</summary>
internal sealed record TaskProgressAnswer(
    int Task, string Department, bool Lead, TaskReportStatus? Status, bool Overdue, bool Late, int Version, TaskStatementAnswer? Statement)
{
    public static TaskProgressAnswer Of(TaskProgressLine line) => new(
        line.Task.Number, line.Department.Id, line.IsLead, line.Standing, line.IsOverdue, line.IsLate, line.Version, TaskStatementAnswer.Of(line.Trail?.Latest.Statement));
}

/// <summary>What a department says of a task.</summary>
internal sealed record TaskStatementAnswer(TaskState State, string Done, string? Problems, string? Next)
{
    public static TaskStatementAnswer? Of(TaskStatement? said) => said is null ? null : new(said.State, said.Done, said.Problems, said.Next);
}

/// <summary>A report with its history.</summary>
internal sealed record TaskReportAnswer(string Period, string Department, TaskReportStatus Status, IReadOnlyList<TaskVersionAnswer> Versions)
{
    public static TaskReportAnswer Of(TaskReportTrail trail) => new(
        trail.Key.Quarter.ToString(), trail.Key.DepartmentId, trail.Status, [.. trail.Versions.Select(TaskVersionAnswer.Of)]);
}

/// <summary>One step of a report, and what it says since.</summary>
internal sealed record TaskVersionAnswer(
    int Version, TaskReportStep Step, TaskReportStatus Status, TaskStatementAnswer Statement, string? Reason, DateTimeOffset At, string By)
{
    public static TaskVersionAnswer Of(TaskReportVersion version) => new(
        version.Number, version.Step, version.Status, TaskStatementAnswer.Of(version.Statement)!, version.Reason, version.Recorded.At, version.Recorded.ByName);
}

/// <summary>A commitment as it stands today.</summary>
internal sealed record CommitmentStandingAnswer(
    int Number, int Task, string Phrase, string Lead, int? SinceYear, DateOnly? Due, CommitmentState State, DateOnly? KeptOn, string? Reason)
{
    public static CommitmentStandingAnswer Of(CommitmentLine line) => new(
        line.Commitment.Number, line.Task.Number, line.Commitment.Phrase, line.Lead.Id, line.Commitment.SinceYear, line.Commitment.DueOn, line.State, line.Last?.KeptOn, line.Last?.Reason);
}
