using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A list in a grid, a page of rows at a time from the server; all that is chosen stands in the address.</summary>
public abstract class ListGrid<TRow, TColumn, TView>(IJSRuntime browser, AuthenticationStateProvider authentication) : ComponentBase
    where TColumn : struct, Enum
    where TView : ListView<TColumn>, new()
{
    private TView start = new();

    /// <summary>What the address says. A page that is shown anew makes a new grid (<c>@key</c>), as what is shown by now is said by no parameter.</summary>
    [Parameter, EditorRequired]
    public TView View { get; set; } = new();

    /// <summary>What was chosen last, kept while the tab that nobody looks at has no circuit.</summary>
    [PersistentState]
    public TView? Kept { get; set; }

    protected MudDataGrid<TRow> Grid { get; set; } = default!;

    /// <summary>What was chosen last.</summary>
    protected TView Chosen { get; private set; } = new();

    /// <summary>Chinese: why nothing is shown.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>Whether there was an answer: before it, no rows are not to be told as none.</summary>
    protected bool IsAnswered { get; private set; }

    /// <summary>Names of the grid's columns and what they sort by: whatever else a browser may ask for does not.</summary>
    protected abstract IReadOnlyDictionary<string, TColumn> Columns { get; }

    /// <summary>The rows of a page, and how many there are on all pages.</summary>
    protected abstract Task<(IReadOnlyList<TRow> Rows, int Total)> ReadAsync(Caller caller, TView view, CancellationToken cancellationToken);

    /// <summary>Fills the fields of the filter with what the address says.</summary>
    protected abstract void Fill(TView view);

    protected override void OnInitialized()
    {
        start = Kept ?? View;
        Chosen = start;
        Fill(start);
    }

    protected SortDirection DirectionOf(TColumn column) =>
        !EqualityComparer<TColumn?>.Default.Equals(start.Sort, column) ? SortDirection.None : start.IsDescending ? SortDirection.Descending : SortDirection.Ascending;

    /// <summary>Another choice begins on its first page.</summary>
    protected async Task ShowAsync(TView wanted)
    {
        Chosen = wanted with { Page = 0 };
        if (Grid.CurrentPage != 0)
        {
            Grid.NavigateTo(MudBlazor.Page.First);
        }
        else
        {
            await Grid.ReloadServerData();
        }
    }

    protected async Task<GridData<TRow>> LoadAsync(GridState<TRow> state, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var wished = Wished();
                var (rows, total) = await ReadAsync(wished, cancellationToken);

                // An answer that another question has overtaken must not take its place. Until it shows its first rows the grid does not
                // ask again, whatever is chosen meanwhile.
                cancellationToken.ThrowIfCancellationRequested();
                if (wished == Wished())
                {
                    Say(refusal: null);
                    (IsAnswered, Kept) = (true, Chosen);

                    // Not waited for: the rows follow it to the browser, and nothing comes between.
                    _ = browser.InvokeVoidAsync("greenDevPlan.show", CancellationToken.None, Chosen.Address).AsTask();
                    return new GridData<TRow> { Items = rows, TotalItems = total };
                }
            }
        }
        catch (RefusalException refused)
        {
            Say(refused.Message);
            return new GridData<TRow> { Items = [], TotalItems = 0 };
        }
    }

    protected async Task<Caller> CallerAsync() => SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>Says why nothing could be done; null takes it back.</summary>
    protected void Say(string? refusal)
    {
        if (Refusal != refusal)
        {
            Refusal = refusal;
            StateHasChanged();
        }
    }

    /// <summary>What was chosen in the filter, with what the grid stands at.</summary>
    private TView Wished()
    {
        var sort = Grid.SortDefinitions.Values.MinBy(definition => definition.Index);
        var column = sort is not null && Columns.TryGetValue(sort.SortBy, out var known) ? known : (TColumn?)null;
        return Chosen with { Sort = column, IsDescending = column is not null && sort!.Descending, Page = Grid.CurrentPage, Size = Grid.RowsPerPage };
    }

    /// <summary>From beyond the last page it turns back to the first, as the grid does.</summary>
    private async Task<(IReadOnlyList<TRow> Rows, int Total)> ReadAsync(TView wished, CancellationToken cancellationToken)
    {
        Chosen = wished;
        var caller = await CallerAsync();
        var (rows, total) = await ReadAsync(caller, wished, cancellationToken);
        if (rows.Count > 0 || total == 0)
        {
            return (rows, total);
        }

        Chosen = wished with { Page = 0 };
        return await ReadAsync(caller, Chosen, cancellationToken);
    }
}
