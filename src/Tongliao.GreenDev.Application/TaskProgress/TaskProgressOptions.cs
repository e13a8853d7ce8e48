using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>When a commitment is near its last day (临期); section <c>Commitments</c>.</summary>
public sealed class TaskProgressOptions : IPortalOptions
{
    public static string Section => "Commitments";

    /// <summary>Days, 1–365. Default 90.</summary>
    [Range(1, 365, ErrorMessage = "应在 1 到 365 之间（天）")]
    public int NearDays { get; set; } = 90;
}
