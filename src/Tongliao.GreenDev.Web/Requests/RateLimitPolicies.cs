namespace Tongliao.GreenDev.Web.Requests;

/// <summary>Names of the rate limits that endpoints and pages ask for.</summary>
public static class RateLimitPolicies
{
    /// <summary>Posts of the sign-in form, per address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>What the bells of a person's open pages ask for, per account.</summary>
    public const string Bell = "bell";

    /// <summary>API calls, per token.</summary>
    public const string Api = "api";
}
