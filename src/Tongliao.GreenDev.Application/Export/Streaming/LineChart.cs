namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>Lines over the same points, drawn by the spreadsheet itself from its cells.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Unit">Of the values.</param>
/// <param name="Points">Names below the axis, with the cells that hold them.</param>
/// <param name="Lines">Of the first to be drawn on.</param>
internal sealed record LineChart(string Title, string Unit, ChartCells<string> Points, IReadOnlyList<ChartLine> Lines);
