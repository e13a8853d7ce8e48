using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>A table of an official document: thin lines, columns of fixed width, and its header on each page.</summary>
internal static class DocumentGrid
{
    /// <param name="table">What it says.</param>
    /// <param name="width">Of all columns, in twentieths of a point.</param>
    /// <param name="inline">Writes a piece of a cell.</param>
    public static Table Of(DocumentTable table, int width, Func<DocumentRun, OpenXmlElement> inline)
    {
        var all = table.Shares.Sum();
        var widths = table.Shares.Select(share => (width * share / all).ToString(CultureInfo.InvariantCulture)).ToList();
        var grid = new Table(
            new TableProperties(
                new TableWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(column => new GridColumn { Width = column })));
        grid.Append(Row(table.Headers.Select(header => new DocumentRun(header)), isHeader: true));
        grid.Append(table.Rows.Select(row => Row(row, isHeader: false)));
        return grid;

        TableRow Row(IEnumerable<DocumentRun> cells, bool isHeader)
        {
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            if (isHeader)
            {
                row.TableRowProperties!.Append(new TableHeader());
            }

            row.Append(cells.Select((cell, column) => new TableCell(
                new TableCellProperties(
                    new TableCellWidth { Width = widths[column], Type = TableWidthUnitValues.Dxa }, new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
                new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocumentStyles.Cell }), inline(cell)))));
            return row;
        }
    }

    private static TLine Line<TLine>()
        where TLine : BorderType, new() => new() { Val = BorderValues.Single, Size = 4U, Space = 0U, Color = "000000" };
}
