using System.Globalization;
using Tongliao.GreenDev.Application.Workbooks;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>How formulas name cells.</summary>
internal static class SheetAddress
{
    /// <summary>For example C12.</summary>
    public static string At(int row, int column) => new CellAddress(row, column).ToString();

    /// <summary>For example $C$12.</summary>
    public static string Fixed(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"${CellAddress.ColumnName(column)}${row}");

    /// <summary>For example A3:N80.</summary>
    public static string Area(int firstColumn, int firstRow, int lastColumn, int lastRow) => $"{At(firstRow, firstColumn)}:{At(lastRow, lastColumn)}";

    /// <summary>For example $C$5:$C$80.</summary>
    public static string Column(int column, int firstRow, int lastRow) => $"{Fixed(firstRow, column)}:{Fixed(lastRow, column)}";

    /// <summary>The same as seen from another sheet.</summary>
    public static string On(string sheet, string address) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{address}";
}
