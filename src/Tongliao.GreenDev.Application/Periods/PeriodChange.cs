using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>What became of a period once, from the audit, which keeps it for ever.</summary>
/// <param name="At">When.</param>
/// <param name="By">Name with office.</param>
/// <param name="State">Its state from then on.</param>
/// <param name="DueOn">Its 截止日期 from then on.</param>
/// <param name="DueReason">Why that took the place of an earlier one; null when it did not, or a program did it.</param>
/// <param name="LeftOpenReason">Why it was closed or locked while something was left open; null when nothing was, or a program did it.</param>
public sealed record PeriodChange(DateTimeOffset At, string By, PeriodState State, DateOnly? DueOn, string? DueReason, string? LeftOpenReason = null);
