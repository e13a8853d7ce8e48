using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Lets somebody whose password is a first, reset or aged one do nothing but change it.</summary>
public sealed class FirstPasswordGate : IAuthorizationMiddlewareResultHandler
{
    public const string ChangePath = "/account/password";

    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!context.User.HasClaim(claim => claim.Type == SessionClaims.MustChangePassword)
            || context.GetEndpoint()?.Metadata.GetMetadata<AllowsFirstPasswordAttribute>() is not null)
        {
            return usual.HandleAsync(next, context, policy, authorizeResult);
        }

        if (context.Request.IsFromProgram() || !HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            context.Response.Redirect(ChangePath);
        }

        return Task.CompletedTask;
    }
}
