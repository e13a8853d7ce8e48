using System.Globalization;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>Where a cell stands, counted from 1, and how people name it.</summary>
public readonly record struct CellAddress(int Row, int Column)
{
    private const int Letters = 26;

    /// <summary>For example C12.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");

    /// <summary>For example AB for 28.</summary>
    public static string ColumnName(int column) =>
        column <= Letters ? $"{(char)('A' + column - 1)}" : ColumnName((column - 1) / Letters) + (char)('A' + ((column - 1) % Letters));

    /// <summary>Reads C12, also $C$12; null for what is none.</summary>
    public static CellAddress? Read(ReadOnlySpan<char> text)
    {
        var (column, at) = (0, 0);
        for (; at < text.Length && (char.IsAsciiLetter(text[at]) || text[at] == '$') && at <= 4; at++)
        {
            column = text[at] == '$' ? column : (column * Letters) + (char.ToUpperInvariant(text[at]) - 'A') + 1;
        }

        return column > 0 && int.TryParse(text[at..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 ? new CellAddress(row, column) : null;
    }
}
