using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>One entry of a report's history: what was done to it, and what it says since. Rows are only added; the last one holds.</summary>
public sealed class TaskReportVersion
{
    public long Id { get; private init; }

    public required int ReportId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    public required TaskReportStep Step { get; init; }

    /// <summary>After the step.</summary>
    public required TaskReportStatus Status { get; init; }

    public required TaskStatement Statement { get; init; }

    /// <summary>Why it was returned or opened again; null for other steps.</summary>
    public required string? Reason { get; init; }

    public required Recording Recorded { get; init; }

    /// <summary>Whether a file stood beside the report when this was done to it.</summary>
    /// <param name="added">Number of the version at which it came; 0 before the first.</param>
    /// <param name="removed">Of that at which it was removed; null while it stands.</param>
    public bool HasFile(int added, int? removed) => added < Number && !(removed < Number);
}
