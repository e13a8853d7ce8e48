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
    public bool IsIncrease => Basis is TargetBasis.Increase or TargetBasis.RelativeIncrease;

    /// <summary>How a comparison is printed.</summary>
    public static string SignOf(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => "≥",
        Comparison.MoreThan => ">",
        Comparison.AtMost => "≤",
    };
}
