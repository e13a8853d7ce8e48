using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Progress;

/// <summary>How all tasks go in a quarter: what waits for the reader first, with what stood there before; then everything.</summary>
public sealed partial class ProgressBoard(
    TaskProgressQueries progress, TaskEvidenceQueries evidence, OfficeClock clock, IDialogService dialogs, IJSRuntime browser, AuthenticationStateProvider authentication)
    : ActingIsland(authentication), IAsyncDisposable
{
    private const string Script = "./Components/Pages/Progress/ProgressBoard.razor.js";

    private ElementReference root;
    private IJSObjectReference? script;
    private bool isAttaching;
    private bool isListening;
    private TaskProgressOverview? overview;
    private ILookup<TaskReportKey, TaskFile> files = default!;

    /// <summary>The quarter as the address says it.</summary>
    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    /// <summary>Of a department what it owes, what came back and is overdue first; of the bureau besides what waits for its decision, before all else.</summary>
    private List<TaskProgressLine> Todo =>
    [
        .. overview!.Lines.Where(line => IsToDecide(line) || IsToWrite(line))
            .OrderByDescending(IsToDecide).ThenByDescending(line => line.Standing == TaskReportStatus.Returned).ThenByDescending(line => line.IsOverdue),
    ];

    /// <summary>What else the reader's department may write.</summary>
    private List<TaskProgressLine> Mine => [.. overview!.Lines.Where(line => line.Department.Id == overview.OwnDepartment && !IsToWrite(line) && !IsToDecide(line))];

    private bool IsConcerned => overview!.OwnDepartment is not null;

    private bool MayRemind => overview!.Actor.May(Act.ReviewTasks) && overview.Period is { OpenedAt: not null, AcceptsReview: true } && overview.Owed > 0;

    private string DueWord => overview!.Period switch
    {
        { OpenedAt: null } => "本季度还没有开放填报",
        { State: PeriodState.Locked } => "本季度已锁定，不能再改动",
        { DueOn: { } due } => $"截止日期 {DateText.Display(due)}{(clock.Today > due ? "，已过" : "")}",
        _ => "",
    };

    /// <summary>For example 已通过 21，待审核 2，未报或已退回 1；序时推进 17，进展滞后 4.</summary>
    private string Summary =>
        $"已通过 {overview!.Approved}，待审核 {overview.Waiting}，未报或已退回 {overview.Owed}；"
        + string.Join('，', overview.States.Where(state => state.Count > 0).Select(state => $"{state.State.Word()} {state.Count}"));

    public async ValueTask DisposeAsync()
    {
        if (script is not null)
        {
            try
            {
                await script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone, and the script with it.
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // It may be drawn again before the script has come, and attached twice every key would act twice.
        if (overview is not null && !isAttaching)
        {
            isAttaching = true;
            script = await browser.InvokeAsync<IJSObjectReference>("import", Script);
            await script.InvokeVoidAsync("attach", root);
            isListening = true;
            StateHasChanged();
        }
    }

    protected override async Task LoadAsync(Caller caller)
    {
        files = await evidence.OfQuarterAsync(caller, Quarter.Read(Period), CancellationToken.None);
        overview = await progress.OverviewAsync(caller, Quarter.Read(Period), CancellationToken.None);
    }

    private static bool IsToDecide(TaskProgressLine line) => line is { MayReview: true, Standing: TaskReportStatus.Waiting };

    private static bool IsToWrite(TaskProgressLine line) =>
        line.MayWrite && (line.IsOwed || line.Standing is TaskReportStatus.Draft or TaskReportStatus.Returned);

    private Task WriteAsync(TaskProgressLine line) =>
        AskAsync(_ => dialogs.AskAsync(new DialogParameters<TaskReportDialog> { { dialog => dialog.Line, line } }));

    private Task DecideAsync((TaskProgressLine Line, TaskReportStep Step) asked) => AskAsync(_ => dialogs.AskAsync(
        new DialogParameters<TaskStepDialog> { { dialog => dialog.Line, asked.Line }, { dialog => dialog.Step, asked.Step } }));

    private Task RemindAsync() =>
        AskAsync(_ => dialogs.AskAsync(new DialogParameters<RemindTasksDialog> { { dialog => dialog.Overview, overview! } }));
}
