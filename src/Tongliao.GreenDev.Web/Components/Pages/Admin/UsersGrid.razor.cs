using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>The list of users: a page of rows at a time from the server, with filters of our own; all that is chosen stands in the address.</summary>
public sealed partial class UsersGrid(
    UserQueries users,
    ReadScopeQueries scopes,
    TimeProvider time,
    OfficeClock clock,
    IDialogService dialogs,
    IJSRuntime browser,
    AuthenticationStateProvider authentication)
{
    /// <summary>Names of the grid's columns and what they sort by: whatever else a browser may ask for does not.</summary>
    private static readonly Dictionary<string, UserColumn> Columns = new(StringComparer.Ordinal)
    {
        [nameof(UserRow.DisplayName)] = UserColumn.Name,
        [nameof(UserRow.LoginName)] = UserColumn.Login,
        [nameof(UserRow.Role)] = UserColumn.Role,
        [nameof(UserRow.UnitName)] = UserColumn.Office,
        [nameof(UserRow.LastSignInAt)] = UserColumn.SignIn,
    };

    private MudDataGrid<UserRow> grid = default!;
    private UserListView? asked;
    private UserListView view = new();
    private string text = "";
    private string? refusal;
    private string? done;

    /// <summary>What the address says.</summary>
    [Parameter, EditorRequired]
    public UserListView View { get; set; } = new();

    /// <summary>Code and name of the units to choose from.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Units { get; set; } = new Dictionary<string, string>();

    /// <summary>Whether the dialog of a new account opens with the page.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    protected override void OnParametersSet()
    {
        if (asked != View)
        {
            asked = view = View;
            text = View.Text;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && IsNew)
        {
            await CreateAsync();
            StateHasChanged();
        }
    }

    private async Task CreateAsync()
    {
        done = null;
        try
        {
            var scope = await scopes.ReadAsync(await CallerAsync(), CancellationToken.None);
            done = await dialogs.AskAsync(new DialogParameters<NewUserDialog> { { dialog => dialog.Facts, scope.Facts } });
            await grid.ReloadServerData();
        }
        catch (RefusalException refused)
        {
            refusal = refused.Message;
        }
    }

    private async Task<Caller> CallerAsync() => SessionClaims.CallerOf((await authentication.GetAuthenticationStateAsync()).User);

    private async Task<GridData<UserRow>> LoadAsync(GridState<UserRow> state, CancellationToken cancellationToken)
    {
        var sort = state.SortDefinitions.FirstOrDefault();
        var column = sort is null ? (UserColumn?)null : Columns.TryGetValue(sort.SortBy, out var known) ? known : null;
        view = view with { Sort = column, IsDescending = column is not null && sort!.Descending, Page = state.Page, Size = state.PageSize };
        try
        {
            var (rows, total) = view.Of(await users.ListAsync(await CallerAsync(), cancellationToken), time.GetUtcNow());
            refusal = null;
            await browser.InvokeVoidAsync("history.replaceState", cancellationToken, null, "", view.Address);

            // An answer that another question has overtaken must not take its place.
            cancellationToken.ThrowIfCancellationRequested();
            return new GridData<UserRow> { Items = rows, TotalItems = total };
        }
        catch (RefusalException refused)
        {
            refusal = refused.Message;
            StateHasChanged();
            return new GridData<UserRow> { Items = [], TotalItems = 0 };
        }
    }

    private SortDirection DirectionOf(UserColumn column) =>
        View.Sort != column ? SortDirection.None : View.IsDescending ? SortDirection.Descending : SortDirection.Ascending;

    private Task SearchAsync() => ShowAsync(view with { Text = text });

    private Task ChooseRoleAsync(ChangeEventArgs chosen) => ShowAsync(view with { Text = text, Role = UserRoles.FromCode(chosen.Value as string) });

    private Task ChooseUnitAsync(ChangeEventArgs chosen) => ShowAsync(view with { Text = text, UnitCode = chosen.Value as string ?? "" });

    private Task ChooseStateAsync(ChangeEventArgs chosen) => ShowAsync(view with { Text = text, State = UserStates.FromCode(chosen.Value as string) });

    private Task ClearAsync()
    {
        text = "";
        return ShowAsync(new UserListView { Sort = view.Sort, IsDescending = view.IsDescending, Size = view.Size });
    }

    /// <summary>Another choice begins on its first page.</summary>
    private async Task ShowAsync(UserListView wanted)
    {
        view = wanted with { Page = 0 };
        if (grid.CurrentPage != 0)
        {
            grid.NavigateTo(MudBlazor.Page.First);
        }
        else
        {
            await grid.ReloadServerData();
        }
    }
}
