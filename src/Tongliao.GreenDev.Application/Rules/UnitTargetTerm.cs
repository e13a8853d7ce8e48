namespace Tongliao.GreenDev.Application.Rules;

/// <summary>A unit's own target for a year (分解指标).</summary>
public sealed record UnitTargetTerm(string UnitCode, int IndicatorNumber, int Year, decimal Value) : RuleTerm;
