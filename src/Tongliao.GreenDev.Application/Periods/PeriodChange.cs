namespace Tongliao.GreenDev.Application.Periods;

/// <summary>What became of a period once, from the audit, which keeps it for ever.</summary>
/// <param name="At">When.</param>
/// <param name="By">Name with office; 系统 for a schedule.</param>
/// <param name="After">What it was from then on, with the reasons that were given.</param>
public sealed record PeriodChange(DateTimeOffset At, string By, AuditedPeriod After);
