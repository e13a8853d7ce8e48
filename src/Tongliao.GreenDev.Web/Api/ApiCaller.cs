using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>Who calls, taken from the token or session of the request.</summary>
public sealed record ApiCaller(Caller Caller)
{
    public static implicit operator Caller(ApiCaller caller) => caller.Caller;

    /// <summary>Makes it a parameter of endpoints.</summary>
    public static ValueTask<ApiCaller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<ApiCaller?>(new ApiCaller(SessionClaims.CallerOf(context.User)));
}
