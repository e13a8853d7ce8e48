using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Progress;

/// <summary>Says how a task goes; the words of the quarter before stand beside, and can be taken over to be gone through.</summary>
public sealed partial class TaskReportDialog(TaskReportService service)
{
    private TaskState? state;
    private string? done;
    private string? problems;
    private string? next;
    private bool unchanged;
    private bool isDraft;

    [Parameter, EditorRequired]
    public TaskProgressLine Line { get; set; } = default!;

    protected override void OnInitialized() => Fill(Line.Trail?.Latest.Statement);

    private void TakeOver() => Fill(Line.Before!.Statement);

    private void Fill(TaskStatement? statement) => (state, done, problems, next) = (statement?.State, statement?.Done, statement?.Problems, statement?.Next);

    private async Task SendAsync(Caller caller, int? version) => await service.ApplyAsync(
        caller,
        new ApplyTaskStep(
            Line.Key,
            isDraft ? TaskReportStep.Save : TaskReportStep.Submit,
            version,
            new TypedTaskStatement(state, done, problems, next),
            ConfirmsUnchanged: unchanged),
        CancellationToken.None);

    private string Done() => isDraft ? $"任务{Line.Task.Number}的进展已存为草稿，还没有上报。" : $"任务{Line.Task.Number}的进展已上报，等待市住建局审核。";

    /// <summary>Beside what was typed, what a colleague wrote meanwhile.</summary>
    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentTaskReport theirs ? [] :
    [
        new ConflictRow("任务状态", state?.Word(), theirs.State?.Word()),
        new ConflictRow("进展情况", done, theirs.Done),
        new ConflictRow("存在问题", problems, theirs.Problems),
        new ConflictRow("下一步措施", next, theirs.Next),
    ];
}
