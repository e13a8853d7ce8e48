using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Web.Options;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Deny by default: an endpoint that does not say otherwise needs a signed-in person.</summary>
public static class PortalAuthentication
{
    public const string SignInPath = "/sign-in";

    public static AuthenticationBuilder AddPortalAuthentication(this IServiceCollection services)
    {
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(MayPass).Build());
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<WebOptions>>(ConfigureCookie);
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IOptions<WebOptions>>((antiforgery, web) =>
        {
            antiforgery.Cookie.Name = CookieName(web.Value, "form");
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = SecurePolicy(web.Value);
        });
        return services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
    }

    /// <summary>
    /// An address that leads nowhere answers 404 to everybody rather than asking for a password, and so do the
    /// refusals of a method or content type, which routing makes itself and which are no route.
    /// </summary>
    private static bool MayPass(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true } || (context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint);

    private static void ConfigureCookie(CookieAuthenticationOptions cookie, IOptions<WebOptions> web)
    {
        cookie.Cookie.Name = CookieName(web.Value, "session");
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = SecurePolicy(web.Value);
        cookie.LoginPath = SignInPath;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.IsFromProgram())
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };

        // The sign-in page leads on by itself, within the portal only; the handler would do so too, and fail on Chinese.
        cookie.Events.OnRedirectToReturnUrl = static _ => Task.CompletedTask;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static string CookieName(WebOptions web, string purpose) => (web.BehindTls ? "__Host-greendev-" : "greendev-") + purpose;

    private static CookieSecurePolicy SecurePolicy(WebOptions web) => web.BehindTls ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
