using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Progress;

/// <summary>Takes a step of a report that leaves its words as they are, on the version that was shown.</summary>
public sealed partial class TaskStepDialog(TaskReportService service)
{
    private string? reason;

    [Parameter, EditorRequired]
    public TaskProgressLine Line { get; set; } = default!;

    [Parameter, EditorRequired]
    public TaskReportStep Step { get; set; }

    private string Word => Step == TaskReportStep.Approve ? "通过" : Step.Word();

    private async Task SendAsync(Caller caller, int? version) =>
        await service.ApplyAsync(caller, new ApplyTaskStep(Line.Key, Step, version, Reason: reason), CancellationToken.None);

    private string Done() => $"任务{Line.Task.Number} {Line.Department.ShortName}的进展已{(Step == TaskReportStep.Approve ? "审核通过" : Step.Word())}。";

    /// <summary>Beside what was shown, what it says by now.</summary>
    private IEnumerable<ConflictRow> Conflict(object current) => current is not CurrentTaskReport theirs ? [] :
    [
        new ConflictRow("审核状态", Line.Standing?.Word(), theirs.Status?.Word()),
        new ConflictRow("进展情况", Line.Trail!.Latest.Statement.Done, theirs.Done),
    ];
}
