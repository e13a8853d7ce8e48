namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Which value: of a unit, a quarter and an indicator.</summary>
/// <param name="UnitCode">区划代码.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="IndicatorNumber">序号.</param>
public readonly record struct ValueKey(string UnitCode, Quarter Quarter, int IndicatorNumber)
{
    public ReportKey Report => new(UnitCode, Quarter);

    /// <summary>For example <c>150525/2025Q3/2</c>.</summary>
    public override string ToString() => $"{UnitCode}/{Quarter}/{IndicatorNumber}";
}
