using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>How often one caller may ask; section <c>RateLimits</c>.</summary>
public sealed class RateLimitsOptions : IPortalOptions
{
    public static string Section => "RateLimits";

    /// <summary>Posts of the sign-in form a minute from one address, 1–100,000. Default 60: an office shares one address.</summary>
    [Range(1, 100_000, ErrorMessage = "应在 1 到 100000 之间（次/分钟）")]
    public int SignInPerMinute { get; init; } = 60;

    /// <summary>API calls a minute with one token, 1–1,000,000. Default 6,000.</summary>
    [Range(1, 1_000_000, ErrorMessage = "应在 1 到 1000000 之间（次/分钟）")]
    public int ApiPerMinute { get; init; } = 6000;

    /// <summary>API calls a minute from one address without a good token, 1–1,000,000. Default 60; good tokens are not held back by it.</summary>
    [Range(1, 1_000_000, ErrorMessage = "应在 1 到 1000000 之间（次/分钟）")]
    public int FailedApiPerMinute { get; init; } = 60;
}
