namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>What a target's number counts.</summary>
public enum TargetBasis
{
    /// <summary>The value itself.</summary>
    Level,

    /// <summary>逐年递增: the value less that of the previous year's end, in percentage points; judged at the year's end.</summary>
    Increase,

    /// <summary>逐年递增, read as a share of the value of the previous year's end, in percent; judged at the year's end.</summary>
    RelativeIncrease,

    /// <summary>当年完成: the amount of this year alone.</summary>
    YearAmount,

    /// <summary>截至期末累计: all that was ever completed.</summary>
    Cumulative,

    /// <summary>A window of years, such as 2023—2025.</summary>
    Window,
}
