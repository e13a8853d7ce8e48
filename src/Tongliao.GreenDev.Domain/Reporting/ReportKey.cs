namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Which report: one unit's of one quarter.</summary>
/// <param name="UnitCode">区划代码.</param>
/// <param name="Quarter">The quarter.</param>
public readonly record struct ReportKey(string UnitCode, Quarter Quarter)
{
    /// <summary>One value of the report.</summary>
    public ValueKey Of(int indicatorNumber) => new(UnitCode, Quarter, indicatorNumber);

    /// <summary>For example <c>150525/2025Q3</c>.</summary>
    public override string ToString() => $"{UnitCode}/{Quarter}";
}
