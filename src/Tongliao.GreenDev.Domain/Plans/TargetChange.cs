namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>What a decision changes in the target of one year; null stays as it is.</summary>
/// <param name="Year">Of which year.</param>
/// <param name="Value">The number.</param>
/// <param name="Comparison">How a value must stand to it.</param>
/// <param name="Basis">What the number counts, a window with its first year.</param>
/// <param name="WindowStartYear">Of a window.</param>
public sealed record TargetChange(int Year, decimal? Value, Comparison? Comparison, TargetBasis? Basis, int? WindowStartYear)
{
    /// <summary>The target as it is judged then.</summary>
    public IndicatorTarget Of(IndicatorTarget target) => target with
    {
        Value = Value ?? target.Value,
        Comparison = Comparison ?? target.Comparison,
        PrintedSign = Comparison is null || Comparison == target.Comparison ? target.PrintedSign : IndicatorTarget.SignOf(Comparison.Value),
        Basis = Basis ?? target.Basis,
        WindowStartYear = Basis is null ? target.WindowStartYear : WindowStartYear,
    };
}
