using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>A file of evidence to be looked at.</summary>
/// <param name="File">Which.</param>
/// <param name="Content">Null where the reader has it already.</param>
public sealed record EvidenceDownload(EvidenceFile File, byte[]? Content)
{
    /// <summary>Of a content, for a reader that keeps it.</summary>
    public static string TagOf(EvidenceFile file) => Convert.ToHexString(file.Hash);
}
