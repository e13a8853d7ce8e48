using Microsoft.AspNetCore.Diagnostics;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>
/// Finds out which plan a request is about. The address says it, and where more than one plan is loaded every page has it in its address: one
/// that is asked for without is led to the same address with the plan, that of the page from where it was asked for, or the one that was looked
/// at last. So what is copied from the address line means the same to whoever gets it, and two tabs may show two plans. What a page sends by
/// script, or by a form, is about the plan of that page.
/// </summary>
public sealed class ChosenPlan(PlanChoiceQueries choices)
{
    private const string Cookie = "greendev-plan";

    /// <summary>After the authorization: nobody else is led anywhere.</summary>
    public async Task ChooseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.User.Identity?.IsAuthenticated != true || context.User.HasClaim(claim => claim.Type == SessionClaims.MustChangePassword))
        {
            await next(context);
            return;
        }

        var asked = PlanAddress.Of(context.Request);
        var isPage = IsPage(context);
        if (isPage && choices.AreSeveral)
        {
            if (asked is null && await UsualAsync(context) is { } usual)
            {
                Lead(context, usual);
                return;
            }

            Remember(context, asked);
        }

        if ((asked ?? (isPage || GreenDevAuthentication.TakesToken(context) ? null : From(context))) is { } plan)
        {
            context.User = SessionClaims.About(context.User, plan);
        }

        await next(context);
    }

    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && !context.Request.IsFromProgram() && context.GetEndpoint() is not null
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null;

    private static string? From(HttpContext context) => PlanAddress.Of(context.Request.Headers.Referer.ToString());

    private async Task<string?> UsualAsync(HttpContext context)
    {
        var own = await choices.OfAsync(context.Caller(), context.RequestAborted);
        return new[] { From(context), context.Request.Cookies[Cookie] }.FirstOrDefault(key => own.Any(plan => plan.Key == key)) ?? (own.Count > 0 ? own[0].Key : null);
    }

    private static void Lead(HttpContext context, string plan)
    {
        var request = context.Request;
        if (request.Headers.Accept.ToString().Contains("blazor-enhanced-nav", StringComparison.OrdinalIgnoreCase))
        {
            // The script then opens the page anew: a circuit that lives on would not learn the address it is led to.
            context.Response.ContentType = "text/plain";
            return;
        }

        context.Response.Redirect($"{request.PathBase}{request.Path}{request.QueryString.Add(PlanAddress.Parameter, plan)}");
    }

    private static void Remember(HttpContext context, string? plan)
    {
        if (plan is not null && context.Request.Cookies[Cookie] != plan)
        {
            context.Response.Cookies.Append(
                Cookie, plan, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        }
    }
}
