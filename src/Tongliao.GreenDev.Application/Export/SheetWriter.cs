using ClosedXML.Excel;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>Fills one sheet, row by row and cell by cell.</summary>
internal sealed class SheetWriter
{
    // A spreadsheet keeps 15 to 17 significant digits; ten decimals are what the portal gives everywhere.
    private const int StoredDecimals = 10;

    private readonly IXLWorksheet sheet;
    private readonly LookBook looks;
    private readonly SheetSetup setup;
    private readonly List<double> heights = [];
    private readonly HashSet<int> tiedRows = [];
    private int column;

    public SheetWriter(IXLWorkbook book, LookBook looks, SheetSetup setup)
    {
        sheet = book.AddWorksheet(setup.Name);
        this.looks = looks;
        this.setup = setup;
    }

    public int RowNumber => heights.Count;

    public void StartRow(double height)
    {
        heights.Add(height);
        column = 0;
        sheet.Row(RowNumber).Height = height;
    }

    /// <summary>A text can only ever become a text cell, never a formula, a number or a date.</summary>
    public void Text(string text, CellLook look) => looks.Dress(NextCell().SetValue(CellText.Clean(text)), look);

    public void Number(Rational value, CellLook look, int decimals = StoredDecimals) => looks.Dress(NextCell().SetValue(value.Round(decimals)), look);

    /// <summary>Reckoned by the spreadsheet.</summary>
    /// <param name="formula">Without the sign of equality.</param>
    /// <param name="look">Of what it comes to.</param>
    public void Formula(string formula, CellLook look)
    {
        var cell = NextCell();
        looks.Dress(cell, look);
        cell.FormulaA1 = formula;
    }

    public void Blank(CellLook look) => looks.Dress(NextCell(), look);

    /// <summary>A row of one text across the whole sheet, higher where the text needs it.</summary>
    public void Banner(string text, double leastHeight, CellLook look)
    {
        StartRow(Math.Max(leastHeight, TextFit.Height(text, setup.Widths.Sum(), look.Size)));
        Text(text, look);
        for (var i = 1; i < setup.Widths.Count; i++)
        {
            Blank(look);
        }

        Merge(1, RowNumber, setup.Widths.Count, RowNumber);
    }

    public void Merge(int firstColumn, int firstRow, int lastColumn, int lastRow)
    {
        if (firstColumn != lastColumn || firstRow != lastRow)
        {
            sheet.Range(firstRow, firstColumn, lastRow, lastColumn).Merge(checkIntersect: false);
            tiedRows.UnionWith(Enumerable.Range(firstRow + 1, lastRow - firstRow));
        }
    }

    /// <summary>To be called once, after the last row.</summary>
    public SheetSetup Finish()
    {
        SheetPrint.SetUp(sheet, setup, RowNumber, PageBreaks.Of(setup, heights, tiedRows.Contains));
        return setup;
    }

    private IXLCell NextCell() => sheet.Cell(RowNumber, ++column);
}
