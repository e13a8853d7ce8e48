using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>The evidence (佐证材料) of one value, correction or report on a task, to look at and, as long as it may change, to hand in and remove.</summary>
public sealed partial class EvidencePanel(
    EvidenceService service,
    EvidenceQueries queries,
    TaskEvidenceService taskService,
    TaskEvidenceQueries taskQueries,
    IOptions<EvidenceOptions> limits,
    IJSRuntime browser,
    AuthenticationStateProvider authentication)
    : IAsyncDisposable
{
    private const string Script = "./Components/Controls/EvidencePanel.razor.js";
    private const long BytesInMegabyte = 1024 * 1024;

    private ElementReference root;
    private IJSObjectReference? script;
    private DotNetObjectReference<EvidencePanel>? self;
    private string? refusal;

    /// <summary>The value; null where <see cref="Report"/> is given.</summary>
    [Parameter]
    public ValueKey? Key { get; set; }

    /// <summary>The report on a task that the files support; null for a value.</summary>
    [Parameter]
    public TaskReportKey? Report { get; set; }

    /// <summary>The correction that the files support; null for the value itself.</summary>
    [Parameter]
    public long? Correction { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<EvidenceFile> Files { get; set; } = [];

    [Parameter]
    public EventCallback<IReadOnlyList<EvidenceFile>> FilesChanged { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    private string Subject => Report is { } report ? $"任务{report.TaskNumber}的进展" : $"第{Key!.Value.IndicatorNumber}项";

    private string HintId => Report is { } report ? $"evidence-task-{report.TaskNumber}-{report.DepartmentId}" : $"evidence-{Key!.Value.IndicatorNumber}-{Correction}";

    private string Address => Report is { } report ? $"/evidence/tasks/{report}" : $"/evidence/{Key}" + (Correction is { } id ? $"?correction={id}" : "");

    public async ValueTask DisposeAsync()
    {
        self?.Dispose();
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

    /// <summary>Files have come, or may have while the line was broken: reads what stands there.</summary>
    [JSInvokable]
    public Task RefreshAsync() => InvokeAsync(() => DoAsync(_ => Task.CompletedTask));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && MayChange)
        {
            self = DotNetObjectReference.Create(this);
            script = await browser.InvokeAsync<IJSObjectReference?>("import", Script);
            await (script?.InvokeVoidAsync("attach", root, self, Address, limits.Value.MaxFileMegabytes * BytesInMegabyte) ?? ValueTask.CompletedTask);
        }
    }

    private Task RemoveAsync(EvidenceFile file) => DoAsync(caller => Report is null
        ? service.RemoveAsync(caller with { OperationId = Guid.CreateVersion7() }, file.Id, CancellationToken.None)
        : taskService.RemoveAsync(caller with { OperationId = Guid.CreateVersion7() }, file.Id, CancellationToken.None));

    private async Task<IReadOnlyList<EvidenceFile>> ReadAsync(Caller caller) =>
        Report is { } report ? [.. (await taskQueries.OfTaskAsync(caller, report.TaskNumber, CancellationToken.None))[report].Where(file => file.Stands).Select(file => file.File)]
        : Correction is { } id ? [.. (await queries.OfCorrectionsAsync(caller, [id], CancellationToken.None))[id]]
        : await queries.StandingAsync(caller, Key!.Value, CancellationToken.None);

    private async Task DoAsync(Func<Caller, Task> act)
    {
        refusal = null;
        var caller = SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User);
        try
        {
            await act(caller);
        }
        catch (RefusalException refused)
        {
            refusal = refused.Message;
        }

        try
        {
            Files = await ReadAsync(caller);
            await FilesChanged.InvokeAsync(Files);
        }
        catch (RefusalException refused)
        {
            refusal = refused.Message;
        }

        StateHasChanged();
    }
}
