using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Joins browsers, programs and circuits to the sessions and tokens in the database.</summary>
public static class GreenDevAuthentication
{
    /// <summary>Picks the scheme by the request.</summary>
    private const string SelectingScheme = "greendev";

    private static readonly PathString ApiPath = "/api";
    private static readonly PathString ExportsPath = "/exports";

    /// <summary>Comes after the portal's own authentication and pages, whose cookie and state provider it takes over.</summary>
    public static IServiceCollection AddGreenDevAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenAuthenticationHandler>(TokenAuthenticationHandler.Scheme, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, NobodyAuthenticationHandler>(NobodyAuthenticationHandler.Scheme, configureOptions: null)
            .AddPolicyScheme(SelectingScheme, displayName: null, options => options.ForwardDefaultSelector = SchemeOf);
        services.Configure<AuthenticationOptions>(options => options.DefaultScheme = SelectingScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionStore, IOptions<SessionsOptions>>(SessionCookie.Configure);
        services.AddAuthorizationBuilder()
            .AddActs()
            .AddPolicy(AccessPolicies.Token, policy => policy.AddAuthenticationSchemes(TokenAuthenticationHandler.Scheme).RequireAuthenticatedUser())
            .AddPolicy(AccessPolicies.SessionOrToken, policy => policy.AddAuthenticationSchemes(SelectingScheme).RequireAuthenticatedUser());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, FirstPasswordGate>();
        services.Replace(ServiceDescriptor.Scoped<AuthenticationStateProvider, SessionAuthenticationState>());
        services.AddScoped<CircuitHandler, CircuitSession>();
        return services;
    }

    /// <summary>The API never takes a cookie; exports take either; everything else is for browsers.</summary>
    internal static bool TakesToken(HttpContext context)
    {
        var path = context.Request.Path;
        return path.StartsWithSegments(ApiPath, StringComparison.OrdinalIgnoreCase)
            || (path.StartsWithSegments(ExportsPath, StringComparison.OrdinalIgnoreCase) && context.Request.Headers.Authorization.Count > 0);
    }

    private static string SchemeOf(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WithoutSessionAttribute>() is not null)
        {
            return NobodyAuthenticationHandler.Scheme;
        }

        return TakesToken(context) ? TokenAuthenticationHandler.Scheme : IdentityConstants.ApplicationScheme;
    }
}
