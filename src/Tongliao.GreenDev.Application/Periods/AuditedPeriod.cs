using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>A period in the audit.</summary>
public sealed record AuditedPeriod(
    [property: DisplayName("填报期状态")] PeriodState State, [property: DisplayName("截止日期")] DateOnly? DueOn) : AuditPayload
{
    /// <summary>Why another due date took the place of one that was announced.</summary>
    [DisplayName("截止日期调整原因")]
    public string? DueReason { get; init; }

    /// <summary>Why it was closed or locked while something was left open.</summary>
    [DisplayName("未办事项说明")]
    public string? LeftOpenReason { get; init; }

    [DisplayName("计划开放日期")]
    public DateOnly? PlannedOpening { get; init; }

    [DisplayName("计划截止日期")]
    public DateOnly? PlannedDue { get; init; }

    [DisplayName("计划关闭日期")]
    public DateOnly? PlannedClosing { get; init; }

    [DisplayName("计划锁定日期")]
    public DateOnly? PlannedLock { get; init; }

    /// <summary>Why these days were planned.</summary>
    [DisplayName("计划调整原因")]
    public string? PlanReason { get; init; }

    /// <summary>By which schedule the system did it, for example 计划10月24日关闭; null for what a person did.</summary>
    [DisplayName("定时办理")]
    public string? Scheduled { get; init; }

    /// <summary>What kept the system from it.</summary>
    [DisplayName("未能办理的原因")]
    public string? HeldUpBy { get; init; }
}
