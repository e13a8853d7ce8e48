using System.Globalization;
using System.Xml;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>Reads what stands in one sheet.</summary>
internal sealed class SheetReader(XmlReader reader, string name, IReadOnlyList<string> strings, DayStyles days, WorkbookLimits limits)
{
    private readonly Dictionary<CellAddress, WorkbookCell> cells = [];
    private readonly List<(CellAddress First, CellAddress Last)> merged = [];
    private int row;
    private int column;

    /// <param name="isHidden">Its tab is.</param>
    /// <param name="room">How many cells may still be read.</param>
    public WorkbookSheet Read(bool isHidden, ref int room)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    (row, column) = (int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1, 0);
                    break;
                case "c":
                    ReadCell(ref room);
                    break;
                case "mergeCell":
                    ReadMerged();
                    break;
            }
        }

        return new WorkbookSheet(name, isHidden, cells, merged);
    }

    private void ReadCell(ref int room)
    {
        var at = CellAddress.Read(reader.GetAttribute("r") ?? "") ?? new CellAddress(row, column + 1);
        (row, column) = (at.Row, at.Column);
        if (CellHere() is not { Kind: not WorkbookCellKind.Empty } cell)
        {
            return;
        }

        if (at.Row > limits.Rows || at.Column > limits.Columns)
        {
            throw at.Row > limits.Rows ? WorkbookRefusals.TooFar(name, "行", limits.Rows) : WorkbookRefusals.TooFar(name, "列", limits.Columns);
        }

        if (--room < 0)
        {
            throw WorkbookRefusals.TooMany("单元格数", limits.Cells);
        }

        // Two of one address would let one program read this and another one that.
        if (!cells.TryAdd(at, cell))
        {
            throw WorkbookRefusals.Broken();
        }
    }

    private WorkbookCell CellHere()
    {
        var (type, style, depth) = (reader.GetAttribute("t"), reader.GetAttribute("s"), reader.Depth);
        var (isFormula, text) = (false, (string?)null);
        var element = "";
        if (!reader.IsEmptyElement)
        {
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" })
                {
                    text = SharedStrings.ReadText(reader);
                }
                else if (reader.NodeType == XmlNodeType.Element)
                {
                    element = reader.LocalName;
                    isFormula |= element == "f";
                }
                else if (reader is { NodeType: XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA } && element == "v")
                {
                    text += reader.Value;
                }
            }
        }

        return Made(type, style, text, isFormula);
    }

    private WorkbookCell Made(string? type, string? style, string? text, bool isFormula)
    {
        if (text is null)
        {
            return isFormula ? new WorkbookCell(WorkbookCellKind.Uncalculated, "", IsFormula: true) : WorkbookCell.Empty;
        }

        var (kind, shown) = type switch
        {
            "s" => (WorkbookCellKind.Text, SharedOf(text)),
            "str" => (WorkbookCellKind.Text, SharedStrings.Plain(text)),
            "inlineStr" => (WorkbookCellKind.Text, text),
            "b" => (WorkbookCellKind.Boolean, text.Trim() == "1" ? "TRUE" : "FALSE"),
            "e" => (WorkbookCellKind.Error, text),
            "d" => (WorkbookCellKind.Date, text.Split('T')[0]),
            _ => NumberOf(text, style),
        };
        return kind == WorkbookCellKind.Text && string.IsNullOrWhiteSpace(shown) ? WorkbookCell.Empty : new WorkbookCell(kind, shown, isFormula);
    }

    private string SharedOf(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count
        ? strings[index]
        : throw WorkbookRefusals.Missing("文字");

    /// <summary>A workbook keeps 17 digits of a number in twos and shows 15: 3.3000000000000003 is 3.3.</summary>
    private (WorkbookCellKind Kind, string Text) NumberOf(string text, string? style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            throw WorkbookRefusals.Broken();
        }

        return days.DayOf(style, number) is { } day ? (WorkbookCellKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : (WorkbookCellKind.Number, Math.Abs(number) < (double)decimal.MaxValue ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture) : text);
    }

    private void ReadMerged()
    {
        var range = (reader.GetAttribute("ref") ?? "").Split(':');
        if (merged.Count >= limits.MergedRanges)
        {
            throw WorkbookRefusals.TooMany("合并单元格数", limits.MergedRanges);
        }

        if (CellAddress.Read(range[0]) is { } first && CellAddress.Read(range[^1]) is { } last)
        {
            merged.Add((first, last));
        }
    }
}
