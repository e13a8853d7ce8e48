using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>移除 of a file of evidence: it stands beside its value no longer, but stays in the history.</summary>
public sealed class EvidenceRemoval
{
    public required long FileId { get; init; }

    /// <summary>Of the value as it was then.</summary>
    public required int Version { get; init; }

    public required Recording Recorded { get; init; }
}
