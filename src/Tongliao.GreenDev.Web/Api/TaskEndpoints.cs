using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>How the plan's tasks go (任务进展), and the commitments outside the annex; each reader as much as they may see.</summary>
internal static class TaskEndpoints
{
    public static void MapTasks(this RouteGroupBuilder api)
    {
        api.MapGet("/tasks/progress", static async (
            ApiCaller caller, [Required] string? period, TaskProgressQueries tasks, CancellationToken cancellationToken) =>
            TasksProgressAnswer.Of(await tasks.OverviewAsync(caller, Queried.Period(period), cancellationToken)))
            .Says("读取一个季度各项任务的进展：状态、内容、审核情况；非本部门、非市住建局只看到审核通过的", 403, 404, 422);
        api.MapGet("/tasks/{number:int}/progress", static async (
            ApiCaller caller, int number, TaskProgressQueries tasks, CancellationToken cancellationToken) =>
            (await tasks.HistoryAsync(caller, number, asOf: null, cancellationToken)).Reports.Select(TaskReportAnswer.Of))
            .Says("读取一项任务各季度、各部门的进展和办理记录，最近的季度在前", 403, 404);
        api.MapGet("/commitments", static async (ApiCaller caller, TaskProgressQueries tasks, CancellationToken cancellationToken) =>
            (await tasks.CommitmentsAsync(caller, cancellationToken)).Lines.Select(CommitmentStandingAnswer.Of))
            .Says("读取附件外承诺的时限和兑现情况", 403);
    }
}

/// <summary>All tasks of a quarter.</summary>
internal sealed record TasksProgressAnswer(string Period, DateOnly? Due, IReadOnlyList<TaskProgressAnswer> Tasks)
{
    public static TasksProgressAnswer Of(TaskProgressOverview overview) => new(
        overview.Period.Quarter.ToString(), overview.Period.DueOn, [.. overview.Lines.Select(TaskProgressAnswer.Of)]);
}

/// <summary>One department's report on one task; no statement where the reader sees none.</summary>
internal sealed record TaskProgressAnswer(
    int Task, string Department, bool Lead, TaskReportStatus? Status, bool Overdue, int Version, TaskStatementAnswer? Statement)
{
    public static TaskProgressAnswer Of(TaskProgressLine line) => new(
        line.Task.Number, line.Department.Id, line.IsLead, line.Standing, line.IsOverdue, line.Version, TaskStatementAnswer.Of(line.Trail?.Latest.Statement));
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
