using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>A cell as it was read. Formulas are never calculated: what counts is the value that was kept beside one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A number plainly (1234.5), a day as 2024-01-31, a truth as TRUE or FALSE; empty for nothing.</param>
/// <param name="IsFormula">It was calculated.</param>
public readonly record struct WorkbookCell(WorkbookCellKind Kind, string Text, bool IsFormula = false)
{
    public static WorkbookCell Empty { get; } = new(WorkbookCellKind.Empty, "");

    /// <summary>The number that stands in it; null where nothing does. Otherwise in Chinese why it is none, and what to do.</summary>
    /// <param name="read">Reads a text that may be one.</param>
    internal (decimal? Value, string? Fault) Number(Func<string, NumberText> read) => Kind switch
    {
        WorkbookCellKind.Empty => (null, null),
        WorkbookCellKind.Number or WorkbookCellKind.Text => read(Text) is var number && number.Fault is null ? (number.Value, null) : (null, number.Fault),
        WorkbookCellKind.Date => (null, $"单元格是日期（{Text}），请把格式改为“常规”后填数。"),
        WorkbookCellKind.Uncalculated => (null, "公式没有算出的值，请用 Excel 或 WPS 打开、保存后再导入，或改填数值。"),
        WorkbookCellKind.Boolean or WorkbookCellKind.Error => (null, $"“{Text}”不是数，请改填数值。"),
    };
}
