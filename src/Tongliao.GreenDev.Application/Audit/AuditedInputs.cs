using System.ComponentModel;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Typed numbers in the audit: a baseline's, or a part of a value.</summary>
internal sealed record AuditedInputs(
    [property: DisplayName("分子")] decimal? Numerator,
    [property: DisplayName("分母")] decimal? Denominator,
    [property: DisplayName("完成量")] decimal? Amount,
    [property: DisplayName("供水总量")] decimal? Supplied,
    [property: DisplayName("注册用户用水量")] decimal? Billed,
    [property: DisplayName("总修正值")] decimal? Correction) : AuditPayload
{
    public static AuditedInputs Of(ReportedInputs inputs) =>
        new(inputs.Numerator, inputs.Denominator, inputs.Amount, inputs.Supplied, inputs.Billed, inputs.Correction);
}
