using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Workbench;

/// <summary>What a department owes of task reports and what came back, what waits for the bureau, and commitments whose day has come or is near.</summary>
public sealed partial class TasksPanel(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public TaskProgressOverview Tasks { get; set; } = default!;

    [Parameter]
    public IReadOnlyList<CommitmentLine> Commitments { get; set; } = [];

    private string Address => $"/progress?period={Tasks.Period.Quarter}";

    private List<TodoItem> Items => [.. new[] { Waiting(), Returned(), Owed(), Promised() }.OfType<TodoItem>()];

    private TodoItem? Waiting()
    {
        var lines = Tasks.Lines.Where(line => line is { MayReview: true, Standing: TaskReportStatus.Waiting }).ToList();
        return lines.Count == 0 ? null : new TodoItem(Outlined.FactCheck, $"{lines.Count} 份任务进展待审核", Address, "审核") { Detail = Names(lines) };
    }

    private TodoItem? Returned()
    {
        var lines = Own.Where(line => line.Standing == TaskReportStatus.Returned).ToList();
        return lines.Count == 0 ? null : new TodoItem(Outlined.AssignmentReturn, $"{lines.Count} 份任务进展被退回", Address, "修改")
        {
            Tone = Tone.Urgent,
            Detail = string.Join('；', lines.Select(line => $"任务{line.Task.Number}：{line.Trail?.ReturnReason}")),
        };
    }

    private TodoItem? Owed()
    {
        var lines = Own.Where(line => line.IsOwed && line.Standing != TaskReportStatus.Returned).ToList();
        return lines.Count == 0 ? null : new TodoItem(Outlined.EditNote, $"{lines.Count} 项牵头任务待填报进展", Address, "填报")
        {
            Tone = lines.Exists(line => line.IsOverdue) ? Tone.Urgent : Tone.Due,
            Detail = Tasks.Period.DueOn is { } due ? $"{SinceWords.Day(due, clock.Today)}前上报{(lines.Exists(line => line.IsOverdue) ? "，已逾期" : "")}：{Names(lines)}" : Names(lines),
        };
    }

    private TodoItem? Promised()
    {
        var (overdue, near) = (Commitments.Count(line => line.State == CommitmentState.Overdue), Commitments.Count(line => line.State == CommitmentState.Near));
        return overdue + near == 0 ? null : new TodoItem(Outlined.EventBusy, $"附件外承诺逾期 {overdue} 项，临期 {near} 项", "/plan/commitments", "查看")
        {
            Tone = overdue > 0 ? Tone.Urgent : Tone.Due,
        };
    }

    private IEnumerable<TaskProgressLine> Own => Tasks.Lines.Where(line => line.Department.Id == Tasks.OwnDepartment && line.MayWrite);

    private static string Names(IReadOnlyList<TaskProgressLine> lines) => $"任务{string.Join('、', lines.Select(line => line.Task.Number))}";
}
