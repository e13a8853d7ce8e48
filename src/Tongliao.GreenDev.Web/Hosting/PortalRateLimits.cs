using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Options;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Token buckets that refill every second; what is over gets 429 with Retry-After.</summary>
public static class PortalRateLimits
{
    private const int SecondsPerMinute = 60;

    /// <summary>Two a minute and page that is looked at; more than a few of one person are not.</summary>
    private const int BellsPerMinute = 60;

    public static void AddPortalRateLimits(this IServiceCollection services) => services.AddSingleton<FailedCalls>().AddRateLimiter(limiter =>
    {
        limiter.OnRejected = static (rejected, _) =>
        {
            Refuse(rejected.HttpContext, rejected.Lease);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(RateLimitPolicies.SignIn, static context => HttpMethods.IsPost(context.Request.Method)
            ? Bucket("ip:" + context.RemoteAddress(), Limits(context).SignInPerMinute)
            : RateLimitPartition.GetNoLimiter("read"));
        limiter.AddPolicy(RateLimitPolicies.Bell, static context => Bucket(Caller(context), BellsPerMinute));
        limiter.AddPolicy(RateLimitPolicies.Api, static context => Bucket(Caller(context), Limits(context).ApiPerMinute));
    });

    /// <summary>A whole minute's allowance may come at once; it refills evenly, in whole calls about every second.</summary>
    public static TokenBucketRateLimiterOptions BucketOf(int perMinute)
    {
        var calls = (perMinute + SecondsPerMinute - 1) / SecondsPerMinute;
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = calls,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)calls * SecondsPerMinute / perMinute),
            QueueLimit = 0,
        };
    }

    private static RateLimitsOptions Limits(HttpContext context) => context.RequestServices.SettingsOf<RateLimitsOptions>();

    private static string Caller(HttpContext context) =>
        context.User.FindFirstValue(SessionClaims.Token) is { } token ? "token:" + token
        : context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user ? "user:" + user
        : "ip:" + context.RemoteAddress();

    internal static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => BucketOf(perMinute));

    /// <summary>Answers that it is too much, and when to come back.</summary>
    internal static void Refuse(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : TimeSpan.FromSeconds(1);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
    }
}
