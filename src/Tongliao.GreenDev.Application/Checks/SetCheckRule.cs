using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>The thresholds of a check rule as the bureau types them.</summary>
/// <param name="Number">Of the rule.</param>
/// <param name="Settings">All that is to hold, also what did not change; what is left out has its default.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version that was read; null to follow whatever stands there.</param>
public sealed record SetCheckRule(int Number, IReadOnlyList<CheckSetting> Settings, string? Reason, int? Version = null);
