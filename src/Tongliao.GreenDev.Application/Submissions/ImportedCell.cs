namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>A cell of a filled-in workbook that says something else than stands in the report.</summary>
/// <param name="IndicatorNumber">序号.</param>
/// <param name="Label">What it is, in Chinese.</param>
/// <param name="Before">What stands there now; empty for nothing.</param>
/// <param name="After">What would stand there; empty for nothing.</param>
public sealed record ImportedCell(int IndicatorNumber, string Label, string Before, string After);
