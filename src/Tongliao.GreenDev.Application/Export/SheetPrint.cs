using System.Globalization;
using ClosedXML.Excel;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>How a filled sheet is shown and printed.</summary>
internal static class SheetPrint
{
    private const double MillimetresPerInch = 25.4;
    private const double HeaderInches = 0.3;
    // ClosedXML takes a width for that of the text alone and adds the padding of a cell when it saves.
    private const double AddedToWidths = 0.710625;

    public static void SetUp(IXLWorksheet sheet, SheetSetup setup, int rows, IReadOnlyList<int> pageBreaks)
    {
        for (var column = 0; column < setup.Widths.Count; column++)
        {
            sheet.Column(column + 1).Width = setup.Widths[column] - AddedToWidths;
        }

        sheet.ShowGridLines = false;
        sheet.SheetView.Freeze(setup.HeaderRows.Last, setup.FrozenColumns);
        SetPage(sheet.PageSetup, setup);
        sheet.PageSetup.PrintAreas.Add(1, 1, rows, setup.Widths.Count);
        sheet.PageSetup.SetRowsToRepeatAtTop(setup.HeaderRows.First, setup.HeaderRows.Last);
        foreach (var row in pageBreaks)
        {
            sheet.PageSetup.AddHorizontalPageBreak(row);
        }

        var pages = (pageBreaks.Count + 1).ToString(CultureInfo.InvariantCulture);
        sheet.PageSetup.FirstPageNumber = 1;
        sheet.PageSetup.Footer.Center.AddText($"第 &P 页/共 {pages} 页", XLHFOccurrence.OddPages);
    }

    private static void SetPage(IXLPageSetup page, SheetSetup setup)
    {
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = setup.IsLandscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, setup.FitsOnePage ? 1 : 0);
        page.CenterHorizontally = true;
        page.Margins.Left = setup.Margins.Left / MillimetresPerInch;
        page.Margins.Right = setup.Margins.Right / MillimetresPerInch;
        page.Margins.Top = setup.Margins.Top / MillimetresPerInch;
        page.Margins.Bottom = setup.Margins.Bottom / MillimetresPerInch;
        page.Margins.Header = HeaderInches;
        page.Margins.Footer = setup.Margins.Bottom / MillimetresPerInch / 2;
    }
}
