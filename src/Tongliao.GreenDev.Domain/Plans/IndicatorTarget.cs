namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>The target (目标值) of one indicator for one year.</summary>
/// <param name="Year">Year at whose end it is due.</param>
/// <param name="Value">In the indicator's unit; percentage points for an increase.</param>
/// <param name="Comparison">How the value must stand to it.</param>
/// <param name="Basis">What the number counts.</param>
/// <param name="WindowStartYear">First year of a window, otherwise null.</param>
/// <param name="PrintedSign">The sign shown before the number: ≥, &gt;, ≤ or = (#13, tested as ≥ because 100 % is the ceiling).</param>
public sealed record IndicatorTarget(
    int Year,
    decimal Value,
    Comparison Comparison,
    TargetBasis Basis,
    int? WindowStartYear,
    string PrintedSign)
{
    /// <summary>逐年递增: the number is the difference to the year before.</summary>
    public bool IsIncrease => Basis == TargetBasis.Increase;
}

/// <summary>How a value must stand to its target.</summary>
public enum Comparison
{
    AtLeast,
    MoreThan,
    AtMost,
}

/// <summary>What a target's number counts.</summary>
public enum TargetBasis
{
    /// <summary>The value itself.</summary>
    Level,

    /// <summary>逐年递增: the value less that of the previous year's end, in percentage points; judged at the year's end.</summary>
    Increase,

    /// <summary>当年完成: the amount of this year alone.</summary>
    YearAmount,

    /// <summary>截至期末累计: all that was ever completed.</summary>
    Cumulative,

    /// <summary>A window of years, such as 2023—2025.</summary>
    Window,
}

/// <summary>预警容差: how far a value may be off and still be amber.</summary>
public sealed record Tolerance(ToleranceKind Kind, decimal Value);

/// <summary>What a tolerance's number means.</summary>
public enum ToleranceKind
{
    PercentagePoints,

    /// <summary>In the indicator's unit.</summary>
    Absolute,

    /// <summary>Percent of the year's target.</summary>
    ShareOfTarget,
}
