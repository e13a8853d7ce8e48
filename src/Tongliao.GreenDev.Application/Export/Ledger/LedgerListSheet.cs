using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>A plain list under heads, which can be filtered.</summary>
internal sealed class LedgerListSheet
{
    private const int HeadRow = 3;

    private readonly StreamedSheet sheet;
    private readonly List<(double Height, Action Write)> row = [];
    private readonly IReadOnlyList<(string Head, double Width)> columns;

    public LedgerListSheet(StreamedBook book, string name, string title, ExportHead head, IReadOnlyList<(string Head, double Width)> columns)
    {
        this.columns = columns;
        sheet = book.AddSheet(new SheetSetup
        {
            Name = name,
            Widths = [.. columns.Select(column => column.Width)],
            IsLandscape = true,
            HeaderRows = (HeadRow, HeadRow),
            FrozenColumns = 2,
            Margins = (10, 10, 12, 14),
        });
        sheet.Banner(title, 28, LedgerLooks.Title);
        sheet.Banner(head.Source, 16, LedgerLooks.Note);
        sheet.StartRow(24);
        foreach (var (text, _) in columns)
        {
            sheet.Text(text, LedgerLooks.Header);
        }
    }

    /// <summary>Row of what is added next.</summary>
    public int NextRow => sheet.RowNumber + 1;

    public LedgerListSheet Text(string? text, bool isLong = false)
    {
        var (shown, look) = (text ?? "", isLong ? LedgerLooks.Words : LedgerLooks.Centre);
        row.Add((TextFit.Height(shown, columns[row.Count].Width, look.Size, padding: 4), () => sheet.Text(shown, look)));
        return this;
    }

    public LedgerListSheet Number(int number)
    {
        row.Add((0, () => sheet.Number((Rational)number, LedgerLooks.Number with { Decimals = 0 })));
        return this;
    }

    /// <summary>A share in percent of two counts in the same row.</summary>
    /// <param name="part">Column of the one.</param>
    /// <param name="whole">Column of the other.</param>
    /// <param name="value">What it comes to; null where the other is 0.</param>
    public LedgerListSheet Share(int part, int whole, Rational? value)
    {
        var (partCell, wholeCell) = (SheetAddress.At(NextRow, part), SheetAddress.At(NextRow, whole));
        row.Add((0, () => sheet.Formula($"IF({wholeCell}=0,\"\",{partCell}/{wholeCell}*100)", value, LedgerLooks.Number with { Decimals = 1 })));
        return this;
    }

    public void EndRow()
    {
        sheet.StartRow(row.Max(cell => Math.Max(cell.Height, LedgerLooks.RowHeight)));
        row.ForEach(cell => cell.Write());
        row.Clear();
    }

    /// <param name="nothing">Said where there is no row.</param>
    public void Finish(string nothing)
    {
        if (sheet.RowNumber == HeadRow)
        {
            sheet.Banner(nothing, 24, LedgerLooks.Centre);
        }
        else
        {
            sheet.FilterFrom(HeadRow);
        }

        sheet.Finish();
    }
}
