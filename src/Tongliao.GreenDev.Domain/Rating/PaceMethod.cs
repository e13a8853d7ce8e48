namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>How typed numbers are carried forward (推算方法).</summary>
public enum PaceMethod
{
    /// <summary>Of sums: the year's amount so far, by the share of the year's work that the season has by then (时序进度).</summary>
    Season,

    /// <summary>Of stock ratios: the mean change a quarter of the last up to four quarters, the denominator as it is.</summary>
    Trend,

    /// <summary>Of ratios counted since 1 January: as they are.</summary>
    Level,
}
