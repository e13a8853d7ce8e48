using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>A value in the audit, before a step and after it.</summary>
internal sealed record AuditedStep(
    [property: DisplayName("操作")] ReviewStep? Action,
    [property: DisplayName("状态")] ValueStatus Status,
    [property: DisplayName("版本")] int Version,
    [property: DisplayName("原因")] string? Reason = null,
    [property: DisplayName("代审部门")] string? ActedFor = null) : AuditPayload;
