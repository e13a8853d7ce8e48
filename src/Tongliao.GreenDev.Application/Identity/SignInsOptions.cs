using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Identity;

/// <summary>When a place is locked out of an account after wrong passwords; section <c>SignIns</c>.</summary>
public sealed class SignInsOptions : IPortalOptions
{
    public static string Section => "SignIns";

    /// <summary>Failures in a row from one place that lock it out of the account, 3–10. Default 5.</summary>
    [Range(3, 10, ErrorMessage = "应在 3 到 10 之间（次）")]
    public int MaximumFailures { get; set; } = 5;

    /// <summary>Minutes a lock lasts, 15–1,440. Default 15.</summary>
    [Range(15, 1440, ErrorMessage = "应在 15 到 1440 之间（分钟）")]
    public int LockMinutes { get; set; } = 15;

    /// <summary>Milliseconds after which a refusal is given at the earliest, 0–5,000, so that its time tells nothing. Default 600.</summary>
    [Range(0, 5000, ErrorMessage = "应在 0 到 5000 之间（毫秒）")]
    public int RefusalMilliseconds { get; set; } = 600;
}
