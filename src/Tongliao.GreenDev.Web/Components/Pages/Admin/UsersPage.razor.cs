using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 用户: all accounts, in a grid that the address sets.</summary>
public sealed partial class UsersPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private UserListView View { get; set; } = new();

    private Dictionary<string, string> Units { get; set; } = [];

    /// <summary>Whether the address asks for the dialog of a new account.</summary>
    private bool IsNew => HttpContext.Request.Query[UserAddress.Act] == UserAddress.NewAct;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Units = (await catalogue.FactsAsync(caller, cancellationToken)).Plan.Units.ToDictionary(unit => unit.Code, unit => unit.ShortName);
        View = new UserListView(name => HttpContext.Request.Query[name]);
    }
}
