using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>All baselines and unit targets as a grid: typed, pasted or proposed, looked through and recorded together. What is typed is kept in the tab until it is recorded.</summary>
public sealed partial class ReferenceBoard(ReferenceSheetQueries queries, IDialogService dialogs, IJSRuntime browser, AuthenticationStateProvider authentication)
    : ActingIsland(authentication), IAsyncDisposable
{
    /// <summary>In the address: of every indicator.</summary>
    public const string OfAll = "all";

    private const string Script = "./Components/Pages/Admin/ReferenceBoard.razor.js";

    // A message from the browser may have 32 KB.
    private const int MaxBytes = 28 * 1024;

    private ElementReference root;
    private IJSObjectReference? script;
    private DotNetObjectReference<ReferenceBoard>? self;
    private ReferenceDraft? draft;
    private IReadOnlyList<LightNeed> needs = [];
    private List<KeptCell> kept = [];
    private string? said;
    private int chosen;
    private bool all;
    private bool isAttached;

    [Parameter, EditorRequired]
    public bool All { get; set; }

    protected override void OnInitialized() => all = All;

    protected override async Task LoadAsync(Caller caller)
    {
        (var sheet, needs) = await queries.SheetAsync(caller, all, CancellationToken.None);
        draft = new ReferenceDraft(sheet);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (draft is null || isAttached)
        {
            return;
        }

        isAttached = true;
        self = DotNetObjectReference.Create(this);
        script = await browser.InvokeAsync<IJSObjectReference>("import", Script);
        var text = await script.InvokeAsync<string?>("attach", root, self, MaxBytes);
        kept = text is null ? [] : JsonSerializer.Deserialize<List<KeptCell>>(text) ?? [];
        if (kept.Count > 0)
        {
            StateHasChanged();
        }
    }

    /// <summary>A block was pasted into a cell; null where it is too large to be sent.</summary>
    [JSInvokable]
    public async Task PasteAsync(string unitCode, int column, string? text)
    {
        if (text is null)
        {
            said = "粘贴的内容太多，没有填入任何数。请只复制要填的数值单元格，再粘贴一次。";
            StateHasChanged();
            return;
        }

        if (draft is null || column < 0 || column >= draft.Sheet.Columns.Count || draft.Sheet.Units.All(unit => unit.Code != unitCode))
        {
            return;
        }

        var block = ClipboardTable.Read(text);
        if (block.Count > 0)
        {
            said = draft.Paste(draft.Sheet.Columns[column].KeyOf(unitCode), block);
            await KeepAsync();
        }
    }

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

    private IEnumerable<decimal?> Sums => draft!.Sheet.Columns.Select(draft.SumOf);

    private IEnumerable<decimal?> Rests => draft!.Sheet.Columns.Zip(Sums, (column, sum) => column.City?.Value - sum);

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        all = change.Value as string == OfAll;
        var open = draft!.Typed.ToDictionary();
        await ReadAsync(LoadAsync);
        Retype(open.Select(cell => new KeptCell(cell.Key.UnitCode, cell.Key.IndicatorNumber, cell.Key.Year, cell.Value)));
        await browser.InvokeVoidAsync("greenDevPlan.show", all ? $"{AdminSections.ReferenceSheet}?of={OfAll}" : AdminSections.ReferenceSheet);
    }

    private async Task ProposeAsync()
    {
        said = draft!.Propose(draft.Sheet.Weights[chosen]);
        await KeepAsync();
    }

    private async Task DiscardAsync()
    {
        draft = new ReferenceDraft(draft!.Sheet);
        said = null;
        await KeepAsync();
    }

    private async Task RestoreAsync()
    {
        Retype(kept);
        kept = [];
        await KeepAsync();
    }

    private async Task ForgetAsync()
    {
        kept = [];
        await KeepAsync();
    }

    /// <summary>Into the cells that are shown; those of columns that are not are forgotten.</summary>
    private void Retype(IEnumerable<KeptCell> cells)
    {
        foreach (var cell in cells)
        {
            var key = new ReferenceKey(cell.UnitCode, cell.IndicatorNumber, cell.Year);
            if (draft!.Sheet.Columns.Any(column => column.WhySettled is null && column.KeyOf(cell.UnitCode) == key))
            {
                draft.Type(key, cell.Text);
            }
        }
    }

    /// <summary>What is typed stays in the tab, should the line break, and the sums follow it.</summary>
    private async Task KeepAsync()
    {
        StateHasChanged();
        var cells = draft!.Typed.Select(cell => new KeptCell(cell.Key.UnitCode, cell.Key.IndicatorNumber, cell.Key.Year, cell.Value)).ToList();
        if (script is not null && kept.Count == 0)
        {
            await script.InvokeVoidAsync("keep", cells.Count == 0 ? null : JsonSerializer.Serialize(cells));
        }
    }

    private async Task SaveAsync()
    {
        said = null;
        if (draft!.Faults > 0)
        {
            said = $"有 {draft.Faults} 格不是数，请先改正（已标出）。";
            return;
        }

        Done = await dialogs.AskAsync(new DialogParameters<ReferenceDialog> { { dialog => dialog.Draft, draft } });
        if (Done is not null)
        {
            await ReadAsync(LoadAsync);
            await KeepAsync();
        }
    }

    /// <summary>A cell as the tab keeps it.</summary>
    private sealed record KeptCell(string UnitCode, int IndicatorNumber, int? Year, string Text);
}
