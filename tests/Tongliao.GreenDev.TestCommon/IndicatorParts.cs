using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>What several indicators of the annex have in common.</summary>
internal static class IndicatorParts
{
    /// <summary>The northern building season: 5 %, 40 %, 80 %, 100 %.</summary>
    internal static IReadOnlyList<decimal> BuildingSeason { get; } = [0.05m, 0.40m, 0.80m, 1m];

    internal static IReadOnlyList<InputField> Fraction(string numerator, string numeratorUnit, string denominator, string denominatorUnit) =>
    [
        new(InputKey.Numerator, numerator, numeratorUnit, "", IsCount: numeratorUnit == "个"),
        new(InputKey.Denominator, denominator, denominatorUnit, "", IsCount: denominatorUnit == "个"),
    ];

    internal static IReadOnlyList<InputField> Amount(string label) => [new(InputKey.Amount, label, "万平方米", "", IsCount: false)];

    internal static IReadOnlyList<InputField> WaterVolumes() =>
    [
        new(InputKey.Supplied, "供水总量Qs", "万立方米", "", IsCount: false),
        new(InputKey.Billed, "注册用户用水量Qa", "万立方米", "", IsCount: false),
        new(InputKey.Correction, "总修正值Rn", "个百分点", "R1+R2+R3+R4，−10至10", IsCount: false),
    ];

    internal static IndicatorTarget Target(
        int year, decimal value, Comparison comparison, TargetBasis basis, string printedSign, int? windowStartYear = null) =>
        new(year, value, comparison, basis, windowStartYear, printedSign);
}
