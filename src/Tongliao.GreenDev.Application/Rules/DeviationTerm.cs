namespace Tongliao.GreenDev.Application.Rules;

/// <summary>认可偏差: that a unit or whole is behind in an indicator is accepted.</summary>
/// <param name="UnitCode">区划代码, also of a whole.</param>
/// <param name="IndicatorNumber">序号 in the annex.</param>
/// <param name="Until">The last day; null withdraws (撤销) what was accepted.</param>
public sealed record DeviationTerm(string UnitCode, int IndicatorNumber, DateOnly? Until) : RuleTerm;
