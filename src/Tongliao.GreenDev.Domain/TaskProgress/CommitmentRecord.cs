using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>承诺认定: the bureau has found a commitment kept (已兑现), or takes that back. Rows are only added; the last one holds.</summary>
public sealed class CommitmentRecord
{
    public int Id { get; private init; }

    public required int CommitmentId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>兑现日期; null where it takes back what was found before.</summary>
    public required DateOnly? KeptOn { get; init; }

    /// <summary>The approved report (任务进展) that shows it, with its evidence; null where it is taken back.</summary>
    public required int? ReportId { get; init; }

    /// <summary>认定依据, or why it is taken back.</summary>
    public required string Reason { get; init; }

    public required Recording Recorded { get; init; }
}
