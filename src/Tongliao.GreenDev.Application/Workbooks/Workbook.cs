namespace Tongliao.GreenDev.Application.Workbooks;

/// <summary>A workbook as people hand it in: what stands in its cells, and nothing of what it could do.</summary>
/// <param name="Sheets">In the order of their tabs, hidden ones too.</param>
public sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets)
{
    internal CustomProperties Properties { get; init; } = CustomProperties.None;
}
