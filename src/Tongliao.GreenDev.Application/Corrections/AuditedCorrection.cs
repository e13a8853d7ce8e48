using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>What a value says, or is to say, in the audit of corrections.</summary>
internal sealed record AuditedCorrection(
    [property: DisplayName("版本")] int Version,
    [property: DisplayName("填报数")] AuditedInputs Inputs,
    [property: DisplayName("原因")] string? Reason) : AuditPayload
{
    public static AuditedCorrection Of(int version, Statement statement, string? reason) => new(version, AuditedInputs.Of(statement.Inputs), reason);
}
