using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>All commitments outside the annex.</summary>
/// <param name="Facts">The plan.</param>
/// <param name="Lines">In the order of the text.</param>
/// <param name="MayRecord">Whether the reader finds them kept.</param>
/// <param name="Bases">Approved reports by the number of their task, the latest quarter first; only for who may record.</param>
public sealed record CommitmentList(PlanFacts Facts, IReadOnlyList<CommitmentLine> Lines, bool MayRecord, ILookup<int, TaskReportKey> Bases)
{
    public int Of(CommitmentState state) => Lines.Count(line => line.State == state);
}
