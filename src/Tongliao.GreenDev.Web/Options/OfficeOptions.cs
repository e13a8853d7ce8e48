using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Options;

/// <summary>Where the offices are, who runs the portal and whom to call; section <c>Office</c>.</summary>
public sealed class OfficeOptions : IPortalOptions, IValidatableObject
{
    public static string Section => "Office";

    /// <summary>IANA time zone that decides what “today” and “late” mean. Default Asia/Shanghai.</summary>
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>主办单位, as it stands beside every sign-in; at most 40 characters. Default 通辽市住房和城乡建设局.</summary>
    [Required(ErrorMessage = "不能为空，应是主办单位的名称")]
    [StringLength(40, ErrorMessage = "最多40个字")]
    public string Organiser { get; init; } = "通辽市住房和城乡建设局";

    /// <summary>联系电话 of who helps; empty by default, and then people are told to turn to the organiser.</summary>
    [RegularExpression("^[0-9+][0-9 ()-]{3,23}$", ErrorMessage = "应是一个电话号码，例如 0475-1234567")]
    public string Phone { get; init; } = "";

    /// <summary>服务时间, when somebody answers there, at most 40 characters; empty by default.</summary>
    [StringLength(40, ErrorMessage = "最多40个字")]
    public string Hours { get; init; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult("不是系统认识的时区，例如 Asia/Shanghai", [nameof(TimeZone)]);
        }

        if (Hours.Length > 0 && Phone.Length == 0)
        {
            yield return new ValidationResult("写明服务时间时也要设置联系电话 Office__Phone", [nameof(Hours)]);
        }
    }
}
