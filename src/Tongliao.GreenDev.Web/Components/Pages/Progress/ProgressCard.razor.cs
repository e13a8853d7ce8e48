using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Web.Components.Pages.Progress;

/// <summary>One report with the quarter before beside it, and what its reader does about it.</summary>
public sealed partial class ProgressCard(OfficeClock clock)
{
    [Parameter, EditorRequired]
    public TaskProgressLine Line { get; set; } = default!;

    /// <summary>Says how the task goes.</summary>
    [Parameter, EditorRequired]
    public EventCallback<TaskProgressLine> Write { get; set; }

    /// <summary>Any other step.</summary>
    [Parameter, EditorRequired]
    public EventCallback<(TaskProgressLine Line, TaskReportStep Step)> Decide { get; set; }

    /// <summary>What stands beside it.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TaskFile> Files { get; set; } = [];

    private List<EvidenceFile> Standing => [.. Files.Where(file => file.Stands).Select(file => file.File)];

    private bool IsWithDepartment => Line.MayWrite && Line.Standing != TaskReportStatus.Waiting;

    private string StandingWord => Line.Standing?.Word() is { } word ? $"{word}{(Line.IsOverdue ? "，已逾期" : Line.IsLate ? "，逾期上报" : "")}" : Line.IsOverdue ? "未报，已逾期" : Line.IsLead ? "未报" : "可补充";

    private string StandingColour => Line.IsOverdue ? "is-red" : Line.Standing switch
    {
        TaskReportStatus.Approved => "is-green",
        TaskReportStatus.Waiting or TaskReportStatus.Returned => "is-amber",
        _ => "is-grey",
    };

    private RenderFragment Button(TaskReportStep step, string look) => builder =>
    {
        builder.OpenElement(0, "button");
        builder.SetKey(step);
        builder.AddAttribute(1, "type", "button");
        builder.AddAttribute(2, "class", look);
        builder.AddAttribute(3, "data-act", step.ToString());
        builder.AddAttribute(4, "onclick", EventCallback.Factory.Create(this, () => Decide.InvokeAsync((Line, step))));
        builder.AddContent(5, step == TaskReportStep.Approve ? "通过" : step.Word());
        builder.OpenElement(6, "span");
        builder.AddAttribute(7, "class", "sr-only");
        builder.AddContent(8, $"：任务{Line.Task.Number} {Line.Department.ShortName}");
        builder.CloseElement();
        builder.CloseElement();
    };
}
