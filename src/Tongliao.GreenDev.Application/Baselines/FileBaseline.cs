using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>A baseline as its own unit states it (基数申报).</summary>
/// <param name="UnitCode">区划代码 of the own unit.</param>
/// <param name="IndicatorNumber">序号.</param>
/// <param name="Inputs">All fields.</param>
/// <param name="Ground">依据和说明.</param>
/// <param name="Support">佐证说明; null for none.</param>
/// <param name="Version">Number of the last filing that was read, 0 for none; null to follow whatever stands there.</param>
public sealed record FileBaseline(string UnitCode, int IndicatorNumber, ReportedInputs Inputs, string? Ground, string? Support, int? Version);
