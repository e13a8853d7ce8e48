using ClosedXML.Excel;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>附件: the published table, cell for cell, and nothing else.</summary>
internal static partial class AnnexSheet
{
    private const double BodySize = 12;
    private const double Padding = 10;
    private const double LeastRowHeight = 32;
    private const double HeaderHeight = 42;

    private static readonly CellLook MarkLook = new() { Font = Typefaces.Heading, Size = 16, Across = XLAlignmentHorizontalValues.Left };
    private static readonly CellLook TitleLook = new() { Font = Typefaces.Title, Size = 22 };
    private static readonly CellLook HeaderLook = new() { Font = Typefaces.Heading, Size = BodySize, Edges = Edges.All };
    private static readonly CellLook BodyLook = new() { Size = BodySize, Edges = Edges.All };
    private static readonly CellLook NumberLook = BodyLook with { Decimals = 0 };
    private static readonly CellLook FooterLook = new() { Size = BodySize, Across = XLAlignmentHorizontalValues.Left };

    private static readonly double[] Widths = [5, 14, 16, 24.5, 18.5, 18.5];

    public static SheetSetup Write(AnnexReport report, IXLWorkbook book, LookBook looks, List<MarkedFact> marked)
    {
        var annex = report.Plan.Annex;
        var headerRow = annex.TitleLines.Count + 2;
        var sheet = new SheetWriter(book, looks, new SheetSetup
        {
            Name = "附件",
            Widths = Widths,
            IsLandscape = false,
            HeaderRows = (headerRow, headerRow),
            Margins = (15, 15, 22, 20),
        });
        sheet.Banner("附件", 28, MarkLook);
        foreach (var line in annex.TitleLines)
        {
            sheet.Banner(line, 36, TitleLook);
        }

        StartRow(sheet, annex.Headers.Select(Broken), HeaderHeight);
        AddTexts(sheet, annex.Headers.Select(Broken), HeaderLook);
        foreach (var indicator in report.Plan.Indicators)
        {
            var cells = CellsAfterNumber(indicator);
            StartRow(sheet, cells.Prepend(""), LeastRowHeight);
            sheet.Number(indicator.Number, NumberLook);
            AddTexts(sheet, cells, BodyLook);
        }

        sheet.Banner(annex.Footer, 30, FooterLook);
        return sheet.Finish(marked);
    }

    private static IReadOnlyList<string> CellsAfterNumber(Indicator indicator) =>
        [indicator.Annex.Lead, indicator.Annex.Cooperating, indicator.Name, .. indicator.Annex.Targets];

    private static void StartRow(SheetWriter sheet, IEnumerable<string> cells, double leastHeight) =>
        sheet.StartRow(cells.Zip(Widths, (text, width) => TextFit.Height(text, width, BodySize, Padding)).Append(leastHeight).Max());

    private static void AddTexts(SheetWriter sheet, IEnumerable<string> cells, CellLook look)
    {
        foreach (var cell in cells)
        {
            sheet.Text(cell, look);
        }
    }

    /// <summary>The print breaks the line of the target columns after the year.</summary>
    private static string Broken(string header) => AfterYear().Replace(header, "\n");

    [GeneratedRegex(@"(?<=^\d{4}年)(?!$)")]
    private static partial Regex AfterYear();
}
