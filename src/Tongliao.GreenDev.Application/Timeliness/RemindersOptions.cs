using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Reminders by schedule (自动催报); section <c>Reminders</c>.</summary>
public sealed class RemindersOptions : IPortalOptions
{
    public static string Section => "Reminders";

    /// <summary>Whether units and departments that are not complete are reminded on the last three working days. Default false.</summary>
    public bool Automatic { get; set; }

    /// <summary>From which hour of the day on, 0–23. Default 9.</summary>
    [Range(0, 23, ErrorMessage = "应在 0 到 23 之间（时）")]
    public int Hour { get; set; } = 9;

    internal bool IsTime(DateTimeOffset local) => Automatic && local.Hour >= Hour;
}
