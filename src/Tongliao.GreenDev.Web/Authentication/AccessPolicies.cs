namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Names of the policies that say how a caller proves who they are.</summary>
public static class AccessPolicies
{
    /// <summary>A bearer token; a browser's cookie does not count.</summary>
    public const string Token = "token";

    /// <summary>A browser's session or a bearer token.</summary>
    public const string SessionOrToken = "session-or-token";
}
