using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A unit's 2023 baseline (基数) as the bureau types it; empty inputs remove its numbers.</summary>
/// <param name="UnitCode">区划代码.</param>
/// <param name="IndicatorNumber">序号.</param>
/// <param name="Inputs">All fields, also those that did not change.</param>
/// <param name="Version">The version that was read, 0 for none there; null to replace whatever stands there.</param>
public sealed record SetBaseline(string UnitCode, int IndicatorNumber, ReportedInputs Inputs, int? Version = null);
