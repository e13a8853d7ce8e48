namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>One field that a quantity is typed into.</summary>
/// <param name="IndicatorNumber">序号 of the indicator.</param>
/// <param name="Key">Its field.</param>
public sealed record QuantityUse(int IndicatorNumber, InputKey Key);
