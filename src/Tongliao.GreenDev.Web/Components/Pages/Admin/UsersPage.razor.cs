using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 用户: all accounts, in a grid that the address sets.</summary>
public sealed partial class UsersPage(UserQueries users, PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private UserListView View { get; set; } = new();

    private Dictionary<string, string> Units { get; set; } = [];

    private int All { get; set; }

    private int Disabled { get; set; }

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var rows = await users.ListAsync(caller, cancellationToken);
        Units = (await catalogue.FactsAsync(cancellationToken)).Plan.Units.ToDictionary(unit => unit.Code, unit => unit.ShortName);
        View = new UserListView(name => HttpContext.Request.Query[name]);
        All = rows.Count;
        Disabled = rows.Count(user => user.IsDisabled);
    }
}
