using System.ComponentModel.DataAnnotations;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Periods by schedule (定时办理); section <c>Periods</c>. Days are working days after the quarter.</summary>
public sealed class PeriodsOptions : IPortalOptions, IValidatableObject
{
    private const int LongestDay = 60;
    private const string OutOfRange = "应在 0 到 60 之间（第几个工作日，0 为不自动办理）";

    public static string Section => "Periods";

    /// <summary>Whether every period goes by the rule below; otherwise those alone for which the bureau has said when. Default false.</summary>
    public bool Automatic { get; set; }

    /// <summary>From which hour of the day on, 0–23. Default 9.</summary>
    [Range(0, 23, ErrorMessage = "应在 0 到 23 之间（时）")]
    public int Hour { get; set; } = 9;

    /// <summary>开放. Default 1.</summary>
    [Range(0, LongestDay, ErrorMessage = OutOfRange)]
    public int OpensDay { get; set; } = 1;

    /// <summary>截止. Default 10.</summary>
    [Range(1, LongestDay, ErrorMessage = "应在 1 到 60 之间（第几个工作日）")]
    public int DueDay { get; set; } = 10;

    /// <summary>关闭. Default 13.</summary>
    [Range(0, LongestDay, ErrorMessage = OutOfRange)]
    public int ClosesDay { get; set; } = 13;

    /// <summary>锁定. Default 30.</summary>
    [Range(0, LongestDay, ErrorMessage = OutOfRange)]
    public int LocksDay { get; set; } = 30;

    internal ScheduleRule Rule => new(OpensDay, DueDay, ClosesDay, LocksDay);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (DueDay < OpensDay)
        {
            yield return new ValidationResult("截止不能早于开放（OpensDay）", [nameof(DueDay)]);
        }

        if (ClosesDay != 0 && ClosesDay <= DueDay)
        {
            yield return new ValidationResult("关闭应晚于截止（DueDay），截止当天仍可上报", [nameof(ClosesDay)]);
        }

        if (LocksDay != 0 && LocksDay < Math.Max(ClosesDay, DueDay + 1))
        {
            yield return new ValidationResult("锁定应晚于截止（DueDay），不能早于关闭（ClosesDay）", [nameof(LocksDay)]);
        }
    }
}
