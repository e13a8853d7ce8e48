using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>What a unit filed as its baseline, in the audit.</summary>
internal sealed record AuditedFiling(
    [property: DisplayName("版本")] int Version,
    [property: DisplayName("填报数")] AuditedInputs Inputs,
    [property: DisplayName("依据和说明")] string Ground,
    [property: DisplayName("佐证说明")] string? Support) : AuditPayload
{
    public static AuditedFiling Of(BaselineFiling filing) => new(filing.Number, AuditedInputs.Of(filing.Inputs), filing.Ground, filing.Support);
}
