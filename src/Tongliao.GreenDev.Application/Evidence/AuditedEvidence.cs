using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>A file of evidence in the audit.</summary>
internal sealed record AuditedEvidence(
    [property: DisplayName("名称")] string Name,
    [property: DisplayName("文件类型")] string FileType,
    [property: DisplayName("字节数")] int Length,
    [property: DisplayName("内容指纹")] string Hash,
    [property: DisplayName("版本")] int Version,
    [property: DisplayName("用于更正申请")] long? CorrectionId) : AuditPayload
{
    public static AuditedEvidence Of(EvidenceFile file) =>
        new(file.Name, file.Kind.Word(), file.Length, Convert.ToHexString(file.Hash), file.Version, file.CorrectionId);
}
