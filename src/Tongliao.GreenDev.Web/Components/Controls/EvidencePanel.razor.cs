using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Evidence;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>The evidence (佐证材料) of one value or correction, to look at and, as long as it may change, to hand in and remove.</summary>
public sealed partial class EvidencePanel(
    EvidenceService service, EvidenceQueries queries, IOptions<EvidenceOptions> limits, IJSRuntime browser, AuthenticationStateProvider authentication)
    : IAsyncDisposable
{
    private const string Script = "./Components/Controls/EvidencePanel.razor.js";
    private const long BytesInMegabyte = 1024 * 1024;

    private ElementReference root;
    private IJSObjectReference? script;
    private DotNetObjectReference<EvidencePanel>? self;
    private string? refusal;

    [Parameter, EditorRequired]
    public ValueKey Key { get; set; } = default!;

    /// <summary>The correction that the files support; null for the value itself.</summary>
    [Parameter]
    public long? Correction { get; set; }

    [Parameter, EditorRequired]
    public IReadOnlyList<EvidenceFile> Files { get; set; } = [];

    [Parameter]
    public EventCallback<IReadOnlyList<EvidenceFile>> FilesChanged { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    private string Subject => $"第{Key.IndicatorNumber}项";

    private string HintId => $"evidence-{Key.IndicatorNumber}-{Correction}";

    private string Address => $"/evidence/{Key}" + (Correction is { } id ? $"?correction={id}" : "");

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

    private Task RemoveAsync(EvidenceFile file) => DoAsync(caller => service.RemoveAsync(caller with { OperationId = Guid.CreateVersion7() }, file.Id, CancellationToken.None));

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
            Files = Correction is { } id
                ? [.. (await queries.OfCorrectionsAsync(caller, [id], CancellationToken.None))[id]]
                : await queries.StandingAsync(caller, Key, CancellationToken.None);
            await FilesChanged.InvokeAsync(Files);
        }
        catch (RefusalException refused)
        {
            refusal = refused.Message;
        }

        StateHasChanged();
    }
}
