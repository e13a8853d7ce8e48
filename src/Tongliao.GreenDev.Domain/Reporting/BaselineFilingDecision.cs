using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What the bureau decided on a <see cref="BaselineFiling"/>: once, and by somebody else than whoever filed it.</summary>
public sealed class BaselineFilingDecision
{
    public required long FilingId { get; init; }

    /// <summary>采用, otherwise 退回.</summary>
    public required bool IsAdopted { get; init; }

    /// <summary>Null only where it was adopted without a word.</summary>
    public required string? Reason { get; init; }

    public required Recording Recorded { get; init; }
}
