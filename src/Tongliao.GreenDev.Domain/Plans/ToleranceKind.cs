namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>What a tolerance's number means.</summary>
public enum ToleranceKind
{
    PercentagePoints,

    /// <summary>In the indicator's unit.</summary>
    Absolute,

    /// <summary>Percent of the year's target.</summary>
    ShareOfTarget,
}
