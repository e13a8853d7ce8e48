namespace Tongliao.GreenDev.Application.Data;

/// <summary>What is in a file of evidence (佐证材料), once for all files that are the same; never read with anything else.</summary>
public sealed class EvidenceContent
{
    /// <summary>SHA-256.</summary>
    public required byte[] Hash { get; init; }

    public required byte[] Content { get; init; }
}
