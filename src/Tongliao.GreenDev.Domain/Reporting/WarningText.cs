using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Numbers and quarters as warnings write them.</summary>
internal static class WarningText
{
    private const int Decimals = 4;

    public static string Number(Rational value) => value.Round(Decimals).ToString("#,##0.####", CultureInfo.InvariantCulture);

    /// <summary>上季度, or an earlier quarter by its name.</summary>
    public static string Name(Quarter before, Quarter quarter) => before == quarter.Previous ? "上季度" : before.ChineseName;
}
