using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What the bureau decided on a <see cref="Correction"/>: once, and by somebody else than whoever asked for it.</summary>
public sealed class CorrectionDecision
{
    public required long CorrectionId { get; init; }

    /// <summary>批准, otherwise 驳回.</summary>
    public required bool IsApproved { get; init; }

    public required string Reason { get; init; }

    public required Recording Recorded { get; init; }
}
