using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Web.Authentication;
using Tongliao.GreenDev.Web.Options;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>
/// Counts an address's API calls without a good token, and answers for the database once there are too many. An office
/// shares one address: a good token is let through all the same.
/// </summary>
public sealed class FailedCalls(LiveTokens tokens, IOptions<RateLimitsOptions> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<string> failures = PartitionedRateLimiter.Create<string, string>(
        address => PortalRateLimits.Bucket(address, limits.Value.FailedApiPerMinute));

    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var address = context.RemoteAddress();
        if (failures.GetStatistics(address)?.CurrentAvailablePermits == 0 && !await HasGoodTokenAsync(context))
        {
            using var refused = failures.AttemptAcquire(address);
            PortalRateLimits.Refuse(context, refused);
            return;
        }

        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            failures.AttemptAcquire(address).Dispose();
        }
    }

    public void Dispose() => failures.Dispose();

    private async Task<bool> HasGoodTokenAsync(HttpContext context) =>
        TokenAuthenticationHandler.TokenOf(context.Request) is { } token && await tokens.ContainAsync(token);
}
