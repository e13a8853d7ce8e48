using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application;
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
    private List<TypedCell> kept = [];
    private IReadOnlyList<TypedCell> beforeImport = [];
    private ReferenceImport? import;
    private string fileName = "";
    private string? said;
    private int chosen;
    private bool isAttached;

    [Parameter, EditorRequired]
    public bool All { get; set; }

    protected override async Task LoadAsync(Caller caller)
    {
        (var sheet, needs) = await queries.SheetAsync(caller, CancellationToken.None);
        (draft, import) = (new ReferenceDraft(sheet, draft?.All ?? All), null);
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
        kept = text is null ? [] : JsonSerializer.Deserialize<List<TypedCell>>(text) ?? [];
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

        if (draft is null || column < 0 || column >= draft.Columns.Count || draft.Sheet.Units.All(unit => unit.Code != unitCode))
        {
            return;
        }

        var block = ClipboardTable.Read(text);
        if (block.Count > 0)
        {
            said = draft.Paste(draft.Columns[column].KeyOf(unitCode), block);
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

    private IEnumerable<decimal?> Sums => draft!.Columns.Select(draft.SumOf);

    private IEnumerable<decimal?> Rests => draft!.Columns.Zip(Sums, (column, sum) => column.City?.Value - sum);

    private async Task ChooseAsync(ChangeEventArgs change)
    {
        draft!.Show(change.Value as string == OfAll);
        await browser.InvokeVoidAsync("greenDevPlan.show", draft.All ? $"{AdminSections.ReferenceSheet}?of={OfAll}" : AdminSections.ReferenceSheet);
    }

    /// <summary>A workbook was chosen: what it changes is filled in, to be looked through; nothing is recorded.</summary>
    private async Task ImportAsync(InputFileChangeEventArgs chosenFile)
    {
        (said, import, Done) = (null, null, null);
        try
        {
            var read = await queries.ImportAsync(await CallerAsync(), chosenFile.File.Name, await ChosenWorkbook.ReadAsync(chosenFile.File), CancellationToken.None);
            beforeImport = draft!.Cells;
            draft.Take(read.Cells);
            (import, fileName) = (read, chosenFile.File.Name);
            await KeepAsync();
        }
        catch (RefusalException refused)
        {
            said = refused.Message;
        }
        catch (IOException)
        {
            said = ChosenWorkbook.NotWholly;
        }
    }

    private async Task UndoAsync()
    {
        draft = new ReferenceDraft(draft!.Sheet, draft.All);
        draft.Take(beforeImport);
        import = null;
        await KeepAsync();
    }

    private async Task ProposeAsync()
    {
        said = draft!.Propose(draft.Sheet.Weights[chosen]);
        await KeepAsync();
    }

    private async Task DiscardAsync()
    {
        draft = new ReferenceDraft(draft!.Sheet, draft.All);
        (said, import) = (null, null);
        await KeepAsync();
    }

    private async Task RestoreAsync()
    {
        var moved = draft!.Take(kept);
        said = moved.Count == 0 ? null : $"已恢复。其中{moved.Count}格在您离开后已被修改，请逐格核对：{string.Join('；', moved)}。";
        kept = [];
        await KeepAsync();
    }

    private async Task ForgetAsync()
    {
        kept = [];
        await KeepAsync();
    }

    /// <summary>What is typed stays in the tab, should the line break, and the sums follow it.</summary>
    private async Task KeepAsync()
    {
        StateHasChanged();
        var cells = draft!.Cells;
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
}
