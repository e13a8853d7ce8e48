namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>What stands in a cell of a workbook.</summary>
public enum WorkbookCellKind
{
    Empty,
    Text,
    Number,

    /// <summary>A number that the cell shows as a day.</summary>
    Date,
    Boolean,

    /// <summary>For example #DIV/0!.</summary>
    Error,

    /// <summary>A formula whose value the program that saved the workbook did not keep.</summary>
    Uncalculated,
}
