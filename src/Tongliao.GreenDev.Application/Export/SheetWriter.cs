using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>Fills one sheet, row by row and cell by cell, and takes down what it says where (<see cref="MarkedFact"/>).</summary>
internal sealed class SheetWriter
{
    private readonly IXLWorksheet sheet;
    private readonly LookBook looks;
    private readonly SheetSetup setup;
    private readonly List<double> heights = [];
    private readonly HashSet<int> tiedRows = [];
    private readonly List<MarkedFact> facts = [];
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
    /// <param name="text">What it says.</param>
    /// <param name="look">How.</param>
    /// <param name="key">What of the portal it repeats (<see cref="FactKey"/>); empty for what never changes.</param>
    public void Text(string text, CellLook look, string key = "")
    {
        var clean = CellText.Clean(text);
        looks.Dress(NextCell().SetValue(clean), look);
        Mark(clean, key);
    }

    /// <inheritdoc cref="Text"/>
    public void Number(Rational value, CellLook look, int decimals = FactText.Decimals, string key = "")
    {
        var rounded = value.Round(decimals);
        looks.Dress(NextCell().SetValue(rounded), look);
        Mark(FactText.Of(rounded), key);
    }

    /// <summary>Reckoned by the spreadsheet.</summary>
    /// <param name="formula">Without the sign of equality.</param>
    /// <param name="look">Of what it comes to.</param>
    /// <param name="text">What it comes to; null where that is not known.</param>
    /// <param name="key">What of the portal it repeats.</param>
    public void Formula(string formula, CellLook look, string? text = null, string key = "")
    {
        var cell = NextCell();
        looks.Dress(cell, look);
        cell.FormulaA1 = formula;
        Mark(text, key, isReckoned: true);
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
    /// <param name="marked">Takes what was written; null for a form, which says nothing.</param>
    public SheetSetup Finish(List<MarkedFact>? marked = null)
    {
        marked?.AddRange(facts);
        SheetPrint.SetUp(sheet, setup, RowNumber, PageBreaks.Of(setup, heights, tiedRows.Contains));
        return setup;
    }

    private void Mark(string? text, string key, bool isReckoned = false)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            facts.Add(new MarkedFact($"{setup.Name}!{new CellAddress(RowNumber, column)}", key, text, isReckoned));
        }
    }

    private IXLCell NextCell() => sheet.Cell(RowNumber, ++column);
}
