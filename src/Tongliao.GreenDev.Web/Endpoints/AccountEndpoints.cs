using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Authentication;
using Tongliao.GreenDev.Web.Hosting;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Endpoints;

/// <summary>Signing out, and the browser's watch over its session.</summary>
public static class AccountEndpoints
{
    public static void MapGreenDevAccount(this IEndpointRouteBuilder app)
    {
        // Open to everybody: whoever signs out after the session ended is signed out, and must not be asked for a password first.
        app.MapPost("/sign-out", SignOutAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/session", RemainingAsync).WithMetadata(new AllowsFirstPasswordAttribute()).ExcludeFromDescription();
        app.MapPost("/session/extend", ExtendAsync).WithMetadata(new AllowsFirstPasswordAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInService signIns)
    {
        if (context.User.Identity is { IsAuthenticated: true })
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
            }

            await NoteAsync(context, signIns);
            await context.SignOutAsync(SessionClaims.Scheme);
        }

        return TypedResults.Redirect($"{PortalAuthentication.SignInPath}?notice=signed-out");
    }

    private static async Task NoteAsync(HttpContext context, SignInService signIns)
    {
        try
        {
            await signIns.NoteSignOutAsync(context.Caller() with { Plan = null }, context.RequestAborted);
        }
        catch (RefusalException)
        {
            // The account was disabled a moment ago; its session ends all the same.
        }
    }

    private static async Task<IResult> RemainingAsync(HttpContext context, SessionStore store, IOptions<SessionsOptions> limits) =>
        Answer(await store.RemainingAsync(SessionOf(context), context.RequestAborted), limits.Value);

    private static async Task<IResult> ExtendAsync(HttpContext context, SessionStore store, IOptions<SessionsOptions> limits) =>
        Answer(await store.ExtendAsync(SessionOf(context), context.RequestAborted), limits.Value);

    private static IResult Answer(TimeSpan remaining, SessionsOptions limits) => remaining > TimeSpan.Zero
        ? TypedResults.Ok(new SessionAnswer((int)remaining.TotalSeconds, limits.WarningSeconds))
        : TypedResults.StatusCode(StatusCodes.Status401Unauthorized);

    private static string SessionOf(HttpContext context) => context.User.FindFirstValue(SessionClaims.Session) ?? "";

    private sealed record SessionAnswer(int RemainingSeconds, int WarningSeconds);
}
