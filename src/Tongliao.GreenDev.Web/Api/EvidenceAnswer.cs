using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>A file of evidence (佐证材料) beside a value.</summary>
/// <param name="Id">Its content is at <c>/api/v1/evidence/{id}</c>.</param>
/// <param name="Name">文件名.</param>
/// <param name="MediaType">By its content.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Of the content.</param>
/// <param name="Version">Of the value as it was when the file came.</param>
/// <param name="At">When it came.</param>
/// <param name="By">From whom.</param>
/// <param name="RemovedAt">When it was removed; null while it stands.</param>
/// <param name="RemovedBy">By whom.</param>
internal sealed record EvidenceAnswer(
    long Id, string Name, string MediaType, int Length, string Sha256, int Version, DateTimeOffset At, string By, DateTimeOffset? RemovedAt, string? RemovedBy)
{
    public static EvidenceAnswer Of(EvidenceFile file, EvidenceRemoval? removal = null) => new(
        file.Id,
        file.Name,
        file.Kind.MediaType(),
        file.Length,
        Convert.ToHexStringLower(file.Hash),
        file.Version,
        file.Recorded.At,
        file.Recorded.ByName,
        removal?.Recorded.At,
        removal?.Recorded.ByName);
}
