using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Makes the cookie a mere key: the session behind it lives in the database.</summary>
internal static class SessionCookie
{
    public static void Configure(CookieAuthenticationOptions cookie, SessionStore store, IOptions<SessionsOptions> limits)
    {
        cookie.SessionStore = store;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(limits.Value.AbsoluteHours);

        // The store extends sessions; the handler would do so whatever was asked for, and would know no absolute limit.
        cookie.SlidingExpiration = false;
        cookie.Events.OnValidatePrincipal = context =>
            IsActivity(context.HttpContext) && context.Principal?.FindFirstValue(SessionClaims.Session) is { } session
                ? store.TouchAsync(session, context.HttpContext.RequestAborted)
                : Task.CompletedTask;
    }

    /// <summary>Somebody asked for a page or sent a form; files, circuits that reconnect and what scripts look up by themselves do not count.</summary>
    private static bool IsActivity(HttpContext context) => !context.Request.IsFromProgram() && context.GetEndpoint() is not null;
}
