using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Numbers and quarters as warnings write them.</summary>
internal static class WarningText
{
    private const int Decimals = 4;

    public static string Number(Rational value) => value.Round(Decimals).ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>How many times, for 倍 behind it.</summary>
    public static string Times(Rational value) => value == 2 ? "两" : Number(value);

    /// <summary>一半, or a percentage.</summary>
    public static string Share(Rational value) => value * 2 == 1 ? "一半" : $"{(value * 100).Round(1).ToString("0.#", CultureInfo.InvariantCulture)}%";

    /// <summary>上季度, or an earlier quarter by its name.</summary>
    public static string Name(Quarter before, Quarter quarter) => before == quarter.Previous ? "上季度" : before.ChineseName;
}
