using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Tongliao.GreenDev.Application.Tests.Export;

/// <summary>A workbook as lines of text, whoever wrote it: every cell with its kind, value and look, and how its sheets are shown and printed.</summary>
internal sealed class BookText
{
    private readonly ReadBook book;
    private readonly StringBuilder lines = new();
    private readonly List<string> looks = [];

    private BookText(ReadBook book) => this.book = book;

    public static string Of(ReadBook book)
    {
        var text = new BookText(book);
        foreach (var sheet in book.Document.WorkbookPart!.Workbook.Descendants<Sheet>())
        {
            text.AddSheet(sheet.Name!.Value!);
        }

        text.AddNames();
        text.AddLooks();
        return text.lines.ToString();
    }

    private void AddSheet(string name)
    {
        var sheet = book.Sheet(name);
        Line($"# {name}");
        Line($"size {sheet.SheetDimension!.Reference}");
        Line($"widths {string.Join(' ', sheet.Descendants<Column>().SelectMany(Widths))}");
        Line($"merged {string.Join(' ', sheet.Descendants<MergeCell>().Select(cell => cell.Reference!.Value).Order(StringComparer.Ordinal))}");
        AddView(sheet.Descendants<SheetView>().Single());
        AddPage(sheet);
        foreach (var row in sheet.Descendants<Row>())
        {
            Line($"row {row.RowIndex} height {Number(row.Height!)} fixed {row.CustomHeight}");
            foreach (var cell in row.Elements<Cell>())
            {
                Line($"{cell.CellReference} {LookOf(cell)} {ContentOf(cell)}");
            }
        }
    }

    private static IEnumerable<string> Widths(Column column) =>
        Enumerable.Repeat(Number(column.Width!), (int)(column.Max!.Value - column.Min!.Value + 1));

    private void AddView(SheetView view)
    {
        var pane = view.GetFirstChild<Pane>()!;
        Line($"view selected {Is(view.TabSelected)} grid {view.ShowGridLines?.Value ?? true}");
        Line($"frozen {pane.HorizontalSplit?.Value ?? 0} columns {pane.VerticalSplit?.Value ?? 0} rows, then {pane.TopLeftCell}, active {pane.ActivePane!.InnerText}, {pane.State!.InnerText}");
    }

    private void AddPage(Worksheet sheet)
    {
        var margins = sheet.GetFirstChild<PageMargins>()!;
        var page = sheet.GetFirstChild<PageSetup>()!;
        double[] inches = [margins.Left!, margins.Right!, margins.Top!, margins.Bottom!, margins.Header!, margins.Footer!];
        Line($"margins {string.Join(' ', inches.Select(inch => Number(Math.Round(inch * 25.4, 3))))}");
        Line($"page paper {page.PaperSize} {page.Orientation!.InnerText} fit {Is(sheet.SheetProperties!.PageSetupProperties!.FitToPage)} {page.FitToWidth?.Value ?? 1}x{page.FitToHeight?.Value ?? 1}");
        Line($"centred {Is(sheet.GetFirstChild<PrintOptions>()!.HorizontalCentered)} {Is(sheet.GetFirstChild<PrintOptions>()!.VerticalCentered)}");
        Line($"first page {page.FirstPageNumber?.Value} breaks below {string.Join(' ', sheet.Descendants<Break>().Select(line => line.Id!.Value))}");
        Line($"footer {sheet.GetFirstChild<HeaderFooter>()!.OddFooter!.Text}");
        foreach (var ignored in sheet.Descendants<IgnoredError>())
        {
            Line($"no triangle {ignored.SequenceOfReferences!.InnerText} {Is(ignored.NumberStoredAsText)}");
        }
    }

    private string ContentOf(Cell cell)
    {
        var text = book.TextOf(cell);
        if (text.Length == 0)
        {
            return "blank";
        }

        return ReadBook.IsNumber(cell)
            ? $"number {Number(double.Parse(text, CultureInfo.InvariantCulture))}"
            : $"{cell.DataType!.InnerText} {text.Replace("\n", "\\n", StringComparison.Ordinal)}";
    }

    private string LookOf(Cell cell)
    {
        var look = DescriptionOf(book.FormatOf(cell));
        if (!looks.Contains(look))
        {
            looks.Add(look);
        }

        return "L" + (looks.IndexOf(look) + 1).ToString(CultureInfo.InvariantCulture);
    }

    private string DescriptionOf(CellFormat format)
    {
        var font = book.Styles.Fonts!.Elements<Font>().ElementAt((int)format.FontId!.Value);
        var fill = book.Styles.Fills!.Elements<Fill>().ElementAt((int)format.FillId!.Value).PatternFill!;
        var border = book.Styles.Borders!.Elements<Border>().ElementAt((int)format.BorderId!.Value);
        var align = format.Alignment!;
        var code = book.Styles.NumberingFormats!.Elements<NumberingFormat>().SingleOrDefault(f => f.NumberFormatId! == format.NumberFormatId!)?.FormatCode!.Value
            ?? (format.NumberFormatId?.Value switch { null or 0 => "General", 1 => "0", 2 => "0.00", var other => $"format {other}" });
        BorderPropertiesType?[] sides = [border.LeftBorder, border.RightBorder, border.TopBorder, border.BottomBorder];
        return string.Join(
            ", ",
            $"{font.FontName!.Val} {Number(font.FontSize!.Val!)} {font.Color?.Rgb?.Value ?? "FF000000"}{(font.Bold is null ? "" : " bold")}",
            $"family {font.FontFamilyNumbering?.Val} charset {font.FontCharSet?.Val}",
            fill.PatternType!.InnerText == "solid" ? "ground " + fill.ForegroundColor!.Rgb : "no ground",
            "edges " + string.Join(' ', sides.Select(side => side?.Style?.InnerText ?? "none")),
            $"{align.Horizontal!.InnerText} {align.Vertical?.InnerText ?? "bottom"}",
            $"wraps {Is(align.WrapText)} shrinks {Is(align.ShrinkToFit)}",
            code);
    }

    private void AddNames()
    {
        foreach (var name in book.Document.WorkbookPart!.Workbook.Descendants<DefinedName>().OrderBy(name => (name.Name!.Value, name.LocalSheetId!.Value)))
        {
            Line($"name {name.Name} of sheet {name.LocalSheetId}: {name.Text.Replace("'", "", StringComparison.Ordinal)}");
        }

        var properties = book.Document.PackageProperties;
        Line($"book {properties.Title} | {properties.Subject} | {properties.Creator} | {properties.LastModifiedBy}");
    }

    private void AddLooks()
    {
        for (var i = 0; i < looks.Count; i++)
        {
            Line($"L{i + 1} = {looks[i]}");
        }
    }

    private static bool Is(BooleanValue? value) => value?.Value ?? false;

    private static string Number(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private void Line(FormattableString line) => lines.Append(FormattableString.Invariant(line)).Append('\n');
}
