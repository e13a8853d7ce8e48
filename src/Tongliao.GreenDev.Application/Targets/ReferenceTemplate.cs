using System.Globalization;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>
/// How a workbook of the reference sheet (总表模板) is known again: by keys in a hidden row and a hidden column, which move with the cells when rows and
/// columns are moved, and by a hidden sheet of what stood in each cell when it was downloaded.
/// </summary>
internal static class ReferenceTemplate
{
    public const string SheetName = "基数和分解指标总表";

    /// <summary>The hidden sheet: the mark, the plan's key, then a row of key, version and number for each cell.</summary>
    public const string KeysName = "模板信息";

    /// <summary>Where the row of column keys and the column of unit codes meet, and at the head of the hidden sheet; the number is the layout's.</summary>
    public const string Mark = "greendev-reference-1";

    private const string Baseline = "base";

    /// <summary>For example 20.2024, or 16.base.</summary>
    public static string KeyOf(ReferenceColumn column) =>
        string.Create(CultureInfo.InvariantCulture, $"{column.Indicator.Number}.{(column.IsBaseline ? Baseline : column.Year.ToString(CultureInfo.InvariantCulture))}");

    /// <summary>For example 150525.20.2024.</summary>
    public static string KeyOf(string unitCode, ReferenceColumn column) => $"{unitCode}.{KeyOf(column)}";
}
