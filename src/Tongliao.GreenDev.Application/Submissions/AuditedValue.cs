using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>A value in the audit.</summary>
internal sealed record AuditedValue(
    [property: DisplayName("版本")] int Version,
    [property: DisplayName("填报数")] AuditedInputs Inputs,
    [property: DisplayName("不适用原因")] string? NotApplicableReason,
    [property: DisplayName("备注")] string? Note,
    [property: DisplayName("说明")] IReadOnlyList<Explanation>? Explanations,
    [property: DisplayName("状态")] ValueStatus Status) : AuditPayload;
