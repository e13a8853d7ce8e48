using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>Takes blocks pasted into the sheet: one row is filled at once, more than that only when the clerk has seen what will be written.</summary>
public sealed partial class EntryPaste(IJSRuntime browser) : IAsyncDisposable
{
    private const string Script = "./Components/Pages/Entry/EntryPaste.razor.js";
    private const int MaxFaults = 8;

    // A message from the browser may have 32 KB; the whole annex with a long remark in every row has less.
    private const int MaxBytes = 28 * 1024;

    private ElementReference root;
    private IJSObjectReference? script;
    private DotNetObjectReference<EntryPaste>? self;
    private PastedBlock? block;

    [CascadingParameter]
    private EntrySession Session { get; set; } = default!;

    /// <summary>序号 of the rows that the filter leaves on the screen.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<int> Shown { get; set; } = [];

    /// <summary>Once pasted blocks are heard.</summary>
    [Parameter]
    public EventCallback OnListening { get; set; }

    private List<EntryLine> Hidden => [.. block!.Lines.Where(IsHidden)];

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

    /// <summary>A block was pasted into a field.</summary>
    /// <returns>What was done, in Chinese; null when the dialog is to be opened.</returns>
    [JSInvokable]
    public string? Paste(int number, string field, string text)
    {
        block = PastedBlock.Of(Session.Lines, Session.Shared, number, field, text);
        if (block.IsOneRow(number))
        {
            return Fill();
        }

        StateHasChanged();
        return null;
    }

    /// <summary>确认填入.</summary>
    /// <returns>What was done, in Chinese; null when there is nothing to fill any more.</returns>
    [JSInvokable]
    public string? Fill()
    {
        if (block is not { Faults.Count: 0 } filled)
        {
            return null;
        }

        Forget();
        filled.Fill();

        // The answer does not wait for the saves: each row shows its own, and a failure there too.
        _ = Session.SaveAsync(filled.Lines);
        return $"已填入{filled.Lines.Count}项指标的{filled.Numbers.Count}个数。";
    }

    /// <summary>The dialog was closed.</summary>
    [JSInvokable]
    public void Forget()
    {
        block = null;
        StateHasChanged();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            script = await browser.InvokeAsync<IJSObjectReference>("import", Script);
            await script.InvokeVoidAsync("attach", root, self, MaxBytes);
            await OnListening.InvokeAsync();
            await script.InvokeVoidAsync("begin", root);
        }
    }

    private bool IsHidden(EntryLine line) => !Shown.Contains(line.Indicator.Number);
}
