using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>What one department says of one task in a quarter, as far as the reader sees it.</summary>
/// <param name="Key">Which report.</param>
/// <param name="Task">The task.</param>
/// <param name="Department">Whose report.</param>
/// <param name="IsLead">Whether the task names it first (牵头): it owes a report each quarter; the others may add theirs.</param>
/// <param name="Trail">Null for nothing to be seen.</param>
/// <param name="Before">The last thing to be seen of the quarter before; null for nothing.</param>
/// <param name="Standing">Where it stands, whatever the reader sees of it; null before anything was said.</param>
/// <param name="IsOverdue">Whether it is owed, the due day has passed, and it was not handed in by then.</param>
/// <param name="MayWrite">Whether the reader writes it, as it stands.</param>
/// <param name="MayReview">Whether the reader decides on it.</param>
public sealed record TaskProgressLine(
    TaskReportKey Key,
    PlanTask Task,
    Department Department,
    bool IsLead,
    TaskReportTrail? Trail,
    TaskReportVersion? Before,
    TaskReportStatus? Standing,
    bool IsOverdue,
    bool MayWrite,
    bool MayReview)
{
    /// <summary>Whether it was owed, and handed in first after the due day (逾期上报); told to whoever does not see that version, too.</summary>
    public bool IsLate { get; init; }

    /// <summary>Whether it is with the department that owes it.</summary>
    public bool IsOwed => IsLead && Standing is null or TaskReportStatus.Draft or TaskReportStatus.Returned;

    public int Version => Trail?.Latest.Number ?? 0;

    public Quarter Quarter => Key.Quarter;
}
