namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>The bureau's decision on what a unit filed.</summary>
/// <param name="UnitCode">区划代码.</param>
/// <param name="IndicatorNumber">序号.</param>
/// <param name="IsAdopted">采用, otherwise 退回.</param>
/// <param name="Reason">Required to return it.</param>
/// <param name="Version">Number of the filing that was read; null for whichever waits.</param>
public sealed record DecideBaseline(string UnitCode, int IndicatorNumber, bool IsAdopted, string? Reason, int? Version);
