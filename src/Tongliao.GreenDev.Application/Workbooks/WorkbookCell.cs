namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>A cell as it was read. Formulas are never calculated: what counts is the value that was kept beside one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A number plainly (1234.5), a day as 2024-01-31, a truth as TRUE or FALSE; empty for nothing.</param>
/// <param name="IsFormula">It was calculated.</param>
public readonly record struct WorkbookCell(WorkbookCellKind Kind, string Text, bool IsFormula = false)
{
    public static WorkbookCell Empty { get; } = new(WorkbookCellKind.Empty, "");
}
