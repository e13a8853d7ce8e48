using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Web.Requests;

/// <summary>Hands services the person behind a request; in a circuit the authentication state gives the same principal.</summary>
public static class CallerAccess
{
    /// <exception cref="RefusalException">Nobody is signed in.</exception>
    public static Caller Caller(this HttpContext context) => SessionClaims.CallerOf(context.User);

    /// <summary>Where a request comes from, empty when unknown.</summary>
    public static string RemoteAddress(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";
}
