using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Where the offices are; section <c>Office</c>.</summary>
public sealed class OfficeOptions : IPortalOptions, IValidatableObject
{
    public static string Section => "Office";

    /// <summary>IANA time zone that decides what “today” and “late” mean. Default Asia/Shanghai.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult("不是系统认识的时区，例如 Asia/Shanghai", [nameof(TimeZone)]);
        }
    }
}
