using System.ComponentModel.DataAnnotations;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>How soon a return and a review are to be answered (答复期限); section <c>Reactions</c>.</summary>
public sealed class ReactionsOptions : IPortalOptions
{
    public static string Section => "Reactions";

    /// <summary>Working days, 1–20. Default 3.</summary>
    [Range(1, 20, ErrorMessage = "应在 1 到 20 之间（工作日）")]
    public int WorkingDays { get; set; } = 3;
}
