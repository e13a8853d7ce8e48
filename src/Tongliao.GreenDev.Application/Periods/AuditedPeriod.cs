using System.ComponentModel;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>A period in the audit.</summary>
internal sealed record AuditedPeriod(
    [property: DisplayName("填报期状态")] PeriodState State, [property: DisplayName("截止日期")] DateOnly? DueOn) : AuditPayload
{
    /// <summary>Why another due date took the place of one that was announced.</summary>
    [DisplayName("截止日期调整原因")]
    public string? DueReason { get; init; }

    /// <summary>Why it was closed or locked while something was left open.</summary>
    [DisplayName("未办事项说明")]
    public string? LeftOpenReason { get; init; }
}
