namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>What a reading makes of some indicators.</summary>
public sealed record ReadingChange(IReadOnlyList<int> IndicatorNumbers, IndicatorChange Change);
