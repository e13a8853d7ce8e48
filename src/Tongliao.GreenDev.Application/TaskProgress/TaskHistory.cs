using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>What was said of one task.</summary>
/// <param name="Actor">Who reads.</param>
/// <param name="Facts">The plan.</param>
/// <param name="Reports">The latest quarter first, in a quarter the lead first; as far as the reader sees them.</param>
/// <param name="Commitments">Those of the task.</param>
public sealed record TaskHistory(Actor Actor, PlanFacts Facts, IReadOnlyList<TaskReportTrail> Reports, IReadOnlyList<CommitmentLine> Commitments)
{
    /// <inheritdoc cref="TaskProgressOverview.Since"/>
    public IReadOnlyList<TaskChange>? Since { get; init; }
}
