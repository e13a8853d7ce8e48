using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>How a bulletin says counts, shares, lists and ordinals.</summary>
public static class BulletinWords
{
    private const int MostNamed = 8;
    private const decimal NearlyAll = 99.9m;
    private const string Digits = "一二三四五六七八九";

    /// <summary>For example 12项.</summary>
    public static string Items(int count) => Counted(count, "项");

    /// <summary>A count with its unit, without a space.</summary>
    public static string Counted(int count, string unit) => count.ToString(CultureInfo.InvariantCulture) + unit;

    /// <summary>For example 98.4%; 100% is all, and no rounding makes it so.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "0%"
        : part == whole ? "100%"
        : Math.Min(new Rational(part * 100, whole).Round(1), NearlyAll).ToString("F1", CultureInfo.InvariantCulture) + "%";

    /// <summary>Names in a row, of many the first; 无 for none.</summary>
    public static string List(IReadOnlyCollection<string> names, string unit) => names.Count switch
    {
        0 => "无",
        <= MostNamed => string.Join('、', names),
        _ => $"{string.Join('、', names.Take(MostNamed))}等{Counted(names.Count, unit)}",
    };

    /// <summary>For example 第3项城镇新建绿色建筑占比.</summary>
    public static string Name(Indicator indicator) => string.Create(CultureInfo.InvariantCulture, $"第{indicator.Number}项{indicator.ShortName}");

    /// <summary>一, 二, … 十, 十一, … of headings; up to 99.</summary>
    public static string Ordinal(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        return (tens > 1 ? Digits[tens - 1].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones - 1].ToString() : "");
    }
}
