using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>Writes one sheet, row by row and cell by cell.</summary>
internal sealed class SheetBuilder(WorkbookStyles styles, SharedTexts texts)
{
    // A spreadsheet keeps 15 to 17 significant digits; ten decimals are what the portal gives everywhere.
    private const int StoredDecimals = 10;
    private const double MillimetresPerInch = 25.4;
    private const uint A4 = 9;

    private readonly SheetData data = new();
    private readonly List<string> merged = [];
    private Row row = new();
    private int columnCount;

    public required SheetSetup Setup { get; init; }

    public int RowNumber { get; private set; }

    public string PrintArea => $"'{Setup.Name}'!$A$1:${ColumnName(Setup.Widths.Count)}${RowNumber}";

    public string PrintTitles => $"'{Setup.Name}'!${Setup.HeaderRows.First}:${Setup.HeaderRows.Last}";

    public void StartRow(double height)
    {
        RowNumber++;
        columnCount = 0;
        row = new Row { RowIndex = (uint)RowNumber, Height = height, CustomHeight = true };
        data.Append(row);
    }

    public void Text(string text, CellLook look)
    {
        var cell = Blank(look);
        cell.DataType = CellValues.SharedString;
        cell.CellValue = new CellValue(texts.IndexOf(text));
    }

    public void Number(Rational value, CellLook look) =>
        Blank(look).CellValue = new CellValue(value.Round(StoredDecimals).ToString("0.##########", CultureInfo.InvariantCulture));

    public Cell Blank(CellLook look)
    {
        columnCount++;
        var cell = new Cell { CellReference = ColumnName(columnCount) + RowNumber.ToString(CultureInfo.InvariantCulture), StyleIndex = styles.IndexOf(look) };
        row.Append(cell);
        return cell;
    }

    /// <summary>A row of one text across the whole sheet, higher where the text needs it.</summary>
    public void Banner(string text, double leastHeight, CellLook look)
    {
        StartRow(Math.Max(leastHeight, TextFit.Height(text, Setup.Widths.Sum(), look.Size)));
        Text(text, look);
        for (var i = 1; i < Setup.Widths.Count; i++)
        {
            Blank(look);
        }

        Merge(1, RowNumber, Setup.Widths.Count, RowNumber);
    }

    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if (firstColumn != lastColumn || firstRow != lastRow)
        {
            merged.Add(string.Create(CultureInfo.InvariantCulture, $"{ColumnName(firstColumn)}{firstRow}:{ColumnName(lastColumn)}{lastRow}"));
        }
    }

    public Worksheet ToWorksheet(bool isFirst)
    {
        var lastCell = ColumnName(Setup.Widths.Count) + RowNumber.ToString(CultureInfo.InvariantCulture);
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = "A1:" + lastCell },
            new SheetViews(View(isFirst)),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(Setup.Widths.Select((width, i) =>
                new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            data);
        if (merged.Count > 0)
        {
            sheet.Append(new MergeCells(merged.Select(range => new MergeCell { Reference = range })) { Count = (uint)merged.Count });
        }

        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            Margins(),
            Page(),
            new HeaderFooter(new OddFooter("&C第 &P 页/共 &N 页")),
            new IgnoredErrors(new IgnoredError { SequenceOfReferences = new() { InnerText = "A1:" + lastCell }, NumberStoredAsText = true }));
        return sheet;
    }

    private SheetView View(bool isFirst)
    {
        var topLeft = ColumnName(Setup.FrozenColumns + 1) + (Setup.HeaderRows.Last + 1).ToString(CultureInfo.InvariantCulture);
        var pane = new Pane
        {
            VerticalSplit = Setup.HeaderRows.Last,
            TopLeftCell = topLeft,
            ActivePane = Setup.FrozenColumns > 0 ? PaneValues.BottomRight : PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        };
        if (Setup.FrozenColumns > 0)
        {
            pane.HorizontalSplit = Setup.FrozenColumns;
        }

        var selection = new Selection { Pane = pane.ActivePane, ActiveCell = topLeft, SequenceOfReferences = new() { InnerText = topLeft } };
        return new SheetView(pane, selection) { WorkbookViewId = 0, TabSelected = isFirst, ShowGridLines = false };
    }

    private PageMargins Margins() => new()
    {
        Left = Setup.Margins.Left / MillimetresPerInch,
        Right = Setup.Margins.Right / MillimetresPerInch,
        Top = Setup.Margins.Top / MillimetresPerInch,
        Bottom = Setup.Margins.Bottom / MillimetresPerInch,
        Header = 0.3,
        Footer = Setup.Margins.Bottom / MillimetresPerInch / 2,
    };

    private PageSetup Page() => new()
    {
        PaperSize = A4,
        Orientation = Setup.IsLandscape ? OrientationValues.Landscape : OrientationValues.Portrait,
        FitToWidth = 1,
        FitToHeight = Setup.FitsOnePage ? 1u : 0u,
    };

    private static string ColumnName(int number)
    {
        var name = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26)
        {
            name = (char)('A' + ((rest - 1) % 26)) + name;
        }

        return name;
    }
}
