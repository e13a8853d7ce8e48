namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>Cells of a column with what they hold, for a program that shows a chart without reading its cells.</summary>
/// <param name="Reference">With the sheet.</param>
/// <param name="Values">In their order.</param>
internal sealed record ChartCells<T>(string Reference, IReadOnlyList<T> Values);
