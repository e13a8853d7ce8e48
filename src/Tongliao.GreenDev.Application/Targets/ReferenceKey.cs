namespace Tongliao.GreenDev.Application.Targets;

/// <summary>One cell of the reference sheet: a unit's target for a year (分解指标), or its baseline (基数).</summary>
/// <param name="UnitCode">区划代码.</param>
/// <param name="IndicatorNumber">序号.</param>
/// <param name="Year">Of the target; null for the baseline.</param>
public sealed record ReferenceKey(string UnitCode, int IndicatorNumber, int? Year);
