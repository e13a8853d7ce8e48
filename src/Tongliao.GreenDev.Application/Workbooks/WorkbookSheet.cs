namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>One sheet of a workbook as it was read.</summary>
public sealed class WorkbookSheet
{
    private readonly IReadOnlyDictionary<CellAddress, WorkbookCell> cells;
    private readonly IReadOnlyList<(CellAddress First, CellAddress Last)> merged;

    internal WorkbookSheet(
        string name, bool isHidden, IReadOnlyDictionary<CellAddress, WorkbookCell> cells, IReadOnlyList<(CellAddress First, CellAddress Last)> merged)
    {
        (Name, IsHidden, this.cells, this.merged) = (name, isHidden, cells, merged);
        (LastRow, LastColumn) = (cells.Keys.Select(at => at.Row).DefaultIfEmpty().Max(), cells.Keys.Select(at => at.Column).DefaultIfEmpty().Max());
    }

    public string Name { get; }

    public bool IsHidden { get; }

    /// <summary>In which something stands; 0 for none.</summary>
    public int LastRow { get; }

    /// <inheritdoc cref="LastRow"/>
    public int LastColumn { get; }

    /// <summary>Every cell in which something stands.</summary>
    internal IEnumerable<CellAddress> Filled => cells.Keys;

    /// <summary>What stands in a cell; in one that was merged with others, what stands in the first of them.</summary>
    public WorkbookCell this[int row, int column]
    {
        get
        {
            if (cells.TryGetValue(new CellAddress(row, column), out var own))
            {
                return own;
            }

            foreach (var (first, last) in merged)
            {
                if (row >= first.Row && row <= last.Row && column >= first.Column && column <= last.Column)
                {
                    return cells.GetValueOrDefault(first, WorkbookCell.Empty);
                }
            }

            return WorkbookCell.Empty;
        }
    }

    /// <summary>A cell as people find it, for example “总表”第8行E列.</summary>
    public string PlaceOf(int row, int column) => $"“{Name}”第{row}行{CellAddress.ColumnName(column)}列";
}
