using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Names of the rate limits that endpoints and pages ask for.</summary>
public static class RateLimitPolicies
{
    /// <summary>Posts of the sign-in form, per address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>API calls, per token.</summary>
    public const string Api = "api";
}

/// <summary>Token buckets that refill every second; what is over gets 429 with Retry-After.</summary>
public static class PortalRateLimits
{
    /// <summary>Claim that a bearer token's identity carries, so that each token has a bucket of its own.</summary>
    public const string TokenIdClaim = "greendev:token";

    private const int SecondsPerMinute = 60;

    public static void AddPortalRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(RateLimitPolicies.SignIn, static context => HttpMethods.IsPost(context.Request.Method)
            ? Bucket("ip:" + Address(context), Limits(context).SignInPerMinute)
            : RateLimitPartition.GetNoLimiter("read"));
        limiter.AddPolicy(RateLimitPolicies.Api, static context => Bucket(Caller(context), Limits(context).ApiPerMinute));
    });

    private static RateLimitsOptions Limits(HttpContext context) => context.RequestServices.SettingsOf<RateLimitsOptions>();

    private static string Caller(HttpContext context) =>
        context.User.FindFirstValue(TokenIdClaim) is { } token ? "token:" + token
        : context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user ? "user:" + user
        : "ip:" + Address(context);

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>A whole minute's allowance may come at once; it refills evenly.</summary>
    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / SecondsPerMinute),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, (double)SecondsPerMinute / perMinute)),
        QueueLimit = 0,
    });
}
