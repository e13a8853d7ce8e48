using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>A decision on a filed baseline, in the audit.</summary>
internal sealed record AuditedFilingDecision(
    [property: DisplayName("采用申报")] bool IsAdopted, [property: DisplayName("原因")] string? Reason) : AuditPayload;
