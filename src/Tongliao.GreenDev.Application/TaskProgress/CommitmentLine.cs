using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>A commitment outside the annex as it stands today.</summary>
/// <param name="Commitment">Which.</param>
/// <param name="Task">The task that makes it.</param>
/// <param name="Lead">The department that the task names first.</param>
/// <param name="State">Told by calendar and records.</param>
/// <param name="Records">The latest first.</param>
/// <param name="Basis">The approved report that shows it, where it is kept.</param>
public sealed record CommitmentLine(
    Commitment Commitment, PlanTask Task, Department Lead, CommitmentState State, IReadOnlyList<CommitmentRecord> Records, TaskReportKey? Basis)
{
    /// <summary>What holds; null before anything was recorded.</summary>
    public CommitmentRecord? Last => Records.Count > 0 ? Records[0] : null;
}
