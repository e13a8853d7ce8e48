using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>How long people stay signed in; section <c>Sessions</c>.</summary>
public sealed class SessionsOptions : IPortalOptions
{
    public static string Section => "Sessions";

    /// <summary>Minutes without any activity after which a session ends, 5–240. Default 30.</summary>
    [Range(5, 240, ErrorMessage = "应在 5 到 240 之间（分钟）")]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>Hours after which a session ends in any case, 1–24. Default 12.</summary>
    [Range(1, 24, ErrorMessage = "应在 1 到 24 之间（小时）")]
    public int AbsoluteHours { get; set; } = 12;

    /// <summary>Seconds before the end at which the browser warns, 60–240. Default 120.</summary>
    [Range(60, 240, ErrorMessage = "应在 60 到 240 之间（秒）")]
    public int WarningSeconds { get; set; } = 120;
}
