using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Which unit was probably typed for the one asked for, told from how many times too large or too small a number is.</summary>
internal static class UnitSlips
{
    /// <summary>What a slip of the point or the unit makes.</summary>
    private static readonly IReadOnlyList<int> PowersOfTen = [10, 100, 1_000, 10_000];

    private static readonly (string Coarse, string Fine, int Factor)[] Pairs =
    [
        ("万平方米", "平方米", 10_000),
        ("平方公里", "万平方米", 100),
        ("平方公里", "公顷", 100),
        ("平方公里", "平方米", 1_000_000),
        ("公里", "米", 1_000),
        ("万人", "人", 10_000),
        ("万立方米", "立方米", 10_000),
        ("亿立方米", "万立方米", 10_000),
        ("万吨", "吨", 10_000),
        ("吨", "千克", 1_000),
    ];

    /// <summary>How many times off a number is, when that is near a slip of the point or of the unit.</summary>
    /// <param name="unit">Unit that is asked for.</param>
    /// <param name="now">The number, above 0.</param>
    /// <param name="least">The least that it should be, above 0.</param>
    /// <param name="most">The most that it should be.</param>
    /// <param name="limits">How near is near.</param>
    /// <returns>Null when the number is off by something else.</returns>
    public static (int Factor, IReadOnlyList<string> Units)? Of(string unit, Rational now, Rational least, Rational most, CheckLimits limits)
    {
        foreach (var factor in PowersOfTen.Concat(FactorsOf(unit)).Distinct())
        {
            if (IsNear(now, least * factor, most * factor, limits))
            {
                return (factor, [.. Pairs.Where(pair => pair.Coarse == unit && pair.Factor == factor).Select(pair => pair.Fine)]);
            }

            if (IsNear(now, least / factor, most / factor, limits))
            {
                return (factor, [.. Pairs.Where(pair => pair.Fine == unit && pair.Factor == factor).Select(pair => pair.Coarse)]);
            }
        }

        return null;
    }

    private static IEnumerable<int> FactorsOf(string unit) =>
        Pairs.Where(pair => pair.Coarse == unit || pair.Fine == unit).Select(pair => pair.Factor);

    private static bool IsNear(Rational now, Rational least, Rational most, CheckLimits limits) =>
        now >= least * (1 - limits.SlipTolerance) && now <= most * (1 + limits.SlipTolerance);
}
