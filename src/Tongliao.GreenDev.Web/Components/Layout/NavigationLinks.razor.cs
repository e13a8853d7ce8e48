using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>The entries of the main menu that the person may open.</summary>
public sealed partial class NavigationLinks(PlanCatalogue catalogue)
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private string? Asked => HttpContext?.User.FindFirstValue(SessionClaims.Plan);
}
