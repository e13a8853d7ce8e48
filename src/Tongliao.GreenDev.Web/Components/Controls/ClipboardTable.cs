using System.Text;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>
/// Reads cells as Excel, WPS and their like write them to the clipboard: a tab between cells, a line break after each row; a cell
/// that holds a tab or a line break stands in quotes, with its own quotes doubled.
/// </summary>
public static class ClipboardTable
{
    private const char Quote = '"';

    /// <summary>Rows of cells, as shown in the table they come from. The line break after the last row makes no row of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var rows = new List<IReadOnlyList<string>>();
        var cells = new List<string>();
        for (var at = 0; at < text.Length || cells.Count > 0;)
        {
            var (cell, end) = ReadCell(text, at);
            cells.Add(cell);
            at = end + 1;
            if (end < text.Length && text[end] == '\t')
            {
                continue;
            }

            rows.Add(cells);
            cells = [];
            at += IsBreakOfTwo(text, end) ? 1 : 0;
        }

        return rows;
    }

    private static (string Cell, int End) ReadCell(string text, int start)
    {
        if (start < text.Length && text[start] == Quote && ReadQuoted(text, start) is { } quoted)
        {
            return quoted;
        }

        var length = text.AsSpan(start).IndexOfAny('\t', '\r', '\n');
        var end = length < 0 ? text.Length : start + length;
        return (text[start..end], end);
    }

    /// <summary>Null where the quote is the cell's own: Excel puts none around a cell that has neither tab nor line break.</summary>
    private static (string Cell, int End)? ReadQuoted(string text, int start)
    {
        var cell = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != Quote)
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == Quote)
            {
                cell.Append(Quote);
                at++;
            }
            else
            {
                return IsEndOfCell(text, at + 1) ? (cell.ToString(), at + 1) : null;
            }
        }

        return null;
    }

    private static bool IsEndOfCell(string text, int at) => at == text.Length || text[at] is '\t' or '\r' or '\n';

    private static bool IsBreakOfTwo(string text, int at) => at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n';
}
