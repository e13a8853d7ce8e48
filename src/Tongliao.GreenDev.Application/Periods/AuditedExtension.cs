using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>延期 in the audit; without a day it was withdrawn.</summary>
internal sealed record AuditedExtension(
    [property: DisplayName("延期至")] DateOnly? Until,
    [property: DisplayName("原因")] string Reason,
    [property: DisplayName("批准人")] string Grantor,
    [property: DisplayName("依据文件")] string? Document) : AuditPayload
{
    public static AuditedExtension Of(Extension extension) => new(extension.Until, extension.Reason, extension.Grantor, extension.Document);
}
