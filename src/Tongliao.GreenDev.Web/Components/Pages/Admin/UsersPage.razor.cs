using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 用户: all accounts, found by name, role, unit or state.</summary>
public sealed partial class UsersPage(UserQueries users, ReadScopeQueries scopes, TimeProvider time, OfficeClock clock, NavigationManager navigation)
    : ReadingPage(navigation)
{
    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "role")]
    private string? RoleCode { get; set; }

    [SupplyParameterFromQuery(Name = "unit")]
    private string? UnitCode { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    private string? StateCode { get; set; }

    private ReadScope Scope { get; set; } = default!;

    private IReadOnlyList<UserRow> Shown { get; set; } = [];

    private int All { get; set; }

    private int Disabled { get; set; }

    private UserRole? ChosenRole => UserRoles.FromCode(RoleCode);

    private UserState? ChosenState => Enum.GetValues<UserState>().Cast<UserState?>().FirstOrDefault(state => state!.Value.Code() == StateCode);

    private bool IsFiltered => !string.IsNullOrWhiteSpace(Text + RoleCode + UnitCode + StateCode);

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var rows = await users.ListAsync(caller, cancellationToken);
        Scope = await scopes.ReadAsync(caller, cancellationToken);
        All = rows.Count;
        Disabled = rows.Count(user => user.IsDisabled);
        Shown = [.. rows.Where(IsWanted)];
    }

    private bool IsWanted(UserRow user) =>
        (TypedText.Sought(Text) is not { Length: > 0 } sought
            || TypedText.Sought(user.DisplayName).Contains(sought, StringComparison.OrdinalIgnoreCase)
            || user.LoginName.Contains(sought, StringComparison.OrdinalIgnoreCase))
        && (ChosenRole is null || user.Role == ChosenRole)
        && (string.IsNullOrEmpty(UnitCode) || user.UnitCode == UnitCode)
        && (ChosenState is null || StateOf(user) == ChosenState);

    private UserState StateOf(UserRow user) => UserStates.Of(user, time.GetUtcNow());
}
