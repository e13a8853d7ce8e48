using Tongliao.GreenDev.Application.Export.Streaming;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>The rows from which a whole's row is made, as formulas ask them.</summary>
/// <param name="Columns">Of the sheet.</param>
/// <param name="First">Row of the first quarter of the first unit below the whole.</param>
/// <param name="Last">Row of the last quarter of the last one.</param>
/// <param name="Row">The whole's own row, which says the quarter.</param>
internal sealed record MemberRows(LedgerColumns Columns, int First, int Last, int Row)
{
    /// <summary>Only units that can be compared with the year before go into an increase.</summary>
    public bool IsIncrease { get; init; }

    public string CountReported => $"COUNTIFS({Counting},{Range(Columns.Reported)},1)";

    public string CountApplying => $"COUNTIFS({Counting},{Applying})";

    public string CountLacking => $"COUNTIFS({Counting},{Applying},{Range(Columns.Lacks)},1)";

    private string Counting => $"{Range(LedgerColumns.Quarter)},{SheetAddress.At(Row, LedgerColumns.Quarter)},{Range(Columns.Counts)},1";

    private string Applying => $"{Range(Columns.Applies)},1";

    /// <summary>Of a column over the units whose numbers go in.</summary>
    public string Sum(int column) => IsIncrease && Columns.StartDenominator is { } start
        ? $"SUMIFS({Range(column)},{Counting},{Applying},{Range(start)},\">=0\")"
        : $"SUMIFS({Range(column)},{Counting},{Applying})";

    /// <summary>Of a column over the units that have reported, also those to which the indicator does not apply.</summary>
    public string SumReported(int column) => $"SUMIFS({Range(column)},{Counting},{Range(Columns.Reported)},1)";

    /// <summary>Of a column over the units whose numbers go in, each as much as another column says.</summary>
    public string SumWeighted(int column, int weight)
    {
        var quarter = SheetAddress.At(Row, LedgerColumns.Quarter);
        return $"SUMPRODUCT(({Range(LedgerColumns.Quarter)}={quarter})*({Range(Columns.Counts)}=1)*({Range(Columns.Applies)}=1),{Range(weight)},{Range(column)})";
    }

    private string Range(int column) => SheetAddress.Column(column, First, Last);
}
