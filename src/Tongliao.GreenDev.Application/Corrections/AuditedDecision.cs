using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>A decision on a correction in the audit.</summary>
internal sealed record AuditedDecision(
    [property: DisplayName("批准更正")] bool IsApproved, [property: DisplayName("原因")] string Reason) : AuditPayload;
