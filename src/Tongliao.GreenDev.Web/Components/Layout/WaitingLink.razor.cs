using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>The bell as the page is sent; <c>shell.js</c> asks again while it is looked at. Costs one statement a page.</summary>
public sealed partial class WaitingLink(WaitingQueries queries)
{
    private Bell? bell;

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (HttpContext is not { } context || UserRoles.FromCode(context.User.FindFirstValue(ClaimTypes.Role)) is not { } role || !Bell.IsFor(role))
        {
            return;
        }

        // A page that tells of a fault does not ask the database, which may be the fault.
        bell = Bell.Of(
            role,
            context.Response.StatusCode < StatusCodes.Status400BadRequest
                ? await queries.BellAsync(SessionClaims.CallerOf(context.User), role, context.RequestAborted)
                : null);
    }
}
