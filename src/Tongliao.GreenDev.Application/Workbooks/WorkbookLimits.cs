namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>How much of a workbook is read; beyond it is refused, before it costs more.</summary>
public sealed record WorkbookLimits
{
    public int FileBytes { get; init; } = 5 << 20;

    /// <summary>Of all parts that are read, whatever the archive says of itself.</summary>
    public int UnfoldedBytes { get; init; } = 64 << 20;

    /// <summary>A part that unfolds to more than this many times its length is no table.</summary>
    public int Ratio { get; init; } = 200;

    public int Parts { get; init; } = 1000;

    public int Sheets { get; init; } = 50;

    /// <summary>The last row in which something stands.</summary>
    public int Rows { get; init; } = 10_000;

    /// <summary>The last column in which something stands.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Cells in which something stands, of all sheets.</summary>
    public int Cells { get; init; } = 200_000;

    public int SharedStrings { get; init; } = 200_000;

    public int MergedRanges { get; init; } = 2_000;
}
