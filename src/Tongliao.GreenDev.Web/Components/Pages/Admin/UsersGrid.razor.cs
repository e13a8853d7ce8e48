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

/// <summary>The list of users, with filters of our own.</summary>
public sealed partial class UsersGrid(
    UserQueries users,
    ReadScopeQueries scopes,
    TimeProvider time,
    OfficeClock clock,
    IDialogService dialogs,
    IJSRuntime browser,
    AuthenticationStateProvider authentication)
    : ListGrid<UserRow, UserColumn, UserListView>(browser, authentication)
{
    private string text = "";
    private string? done;

    /// <summary>Whether the dialog of a new account opens with the page.</summary>
    [Parameter]
    public bool IsNew { get; set; }

    /// <summary>Code and name of the units to choose from.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyDictionary<string, string> Units { get; set; } = new Dictionary<string, string>();

    protected override IReadOnlyDictionary<string, UserColumn> Columns { get; } = new Dictionary<string, UserColumn>(StringComparer.Ordinal)
    {
        [nameof(UserRow.DisplayName)] = UserColumn.Name,
        [nameof(UserRow.LoginName)] = UserColumn.Login,
        [nameof(UserRow.Role)] = UserColumn.Role,
        [nameof(UserRow.UnitName)] = UserColumn.Office,
        [nameof(UserRow.LastSignInAt)] = UserColumn.SignIn,
    };

    protected override async Task<(IReadOnlyList<UserRow> Rows, int Total)> ReadAsync(Caller caller, UserListView view, CancellationToken cancellationToken) =>
        view.Of(await users.ListAsync(caller, cancellationToken), time.GetUtcNow());

    protected override void Fill(UserListView view) => text = view.Text;

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
            await Grid.ReloadServerData();
        }
        catch (RefusalException refused)
        {
            Say(refused.Message);
        }
    }

    private Task SearchAsync() => ShowAsync(Chosen with { Text = text });

    private Task ChooseRoleAsync(ChangeEventArgs chosen) => ShowAsync(Chosen with { Text = text, Role = UserRoles.FromCode(chosen.Value as string) });

    private Task ChooseUnitAsync(ChangeEventArgs chosen) => ShowAsync(Chosen with { Text = text, UnitCode = chosen.Value as string ?? "" });

    private Task ChooseStateAsync(ChangeEventArgs chosen) => ShowAsync(Chosen with { Text = text, State = UserStates.FromCode(chosen.Value as string) });

    private Task ClearAsync()
    {
        text = "";
        return ShowAsync(new UserListView { Sort = Chosen.Sort, IsDescending = Chosen.IsDescending, Size = Chosen.Size });
    }
}
