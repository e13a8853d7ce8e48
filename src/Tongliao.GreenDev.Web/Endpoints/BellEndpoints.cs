using System.Security.Claims;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Web.Components.Layout;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Endpoints;

/// <summary>What the bell of an open page asks for twice a minute; it does not count as activity.</summary>
public static class BellEndpoints
{
    public static void MapGreenDevBell(this IEndpointRouteBuilder app) =>
        app.MapGet("/bell", ReadAsync).RequireRateLimiting(RateLimitPolicies.Bell).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(HttpContext context, WaitingQueries queries)
    {
        if (UserRoles.FromCode(context.User.FindFirstValue(ClaimTypes.Role)) is not { } role || !Bell.IsFor(role))
        {
            return TypedResults.NoContent();
        }

        var bell = Bell.Of(role, await queries.BellAsync(context.Caller(), role, context.RequestAborted));
        return TypedResults.Ok(new BellAnswer(bell.Figure, bell.Words, bell.Address));
    }

    private sealed record BellAnswer(string Figure, string Words, string Address);
}
