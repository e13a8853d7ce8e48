using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>催报: a unit was asked to complete its report, or a department to report on its tasks. Rows are only ever added.</summary>
public sealed class Reminder
{
    public long Id { get; private init; }

    public required int PlanId { get; init; }

    /// <summary>Which unit; null where a department was asked.</summary>
    public int? UnitId { get; init; }

    /// <summary>Which department; null where a unit was asked.</summary>
    public string? DepartmentId { get; init; }

    public required Quarter Quarter { get; init; }

    /// <summary>By when.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>What was said.</summary>
    public required string Text { get; init; }

    /// <summary>How many people were told.</summary>
    public required int Recipients { get; init; }

    /// <summary>The day of a reminder by schedule, of which there is one a day; null for one by hand.</summary>
    public DateOnly? ScheduledOn { get; init; }

    public required Recording Recorded { get; init; }
}
