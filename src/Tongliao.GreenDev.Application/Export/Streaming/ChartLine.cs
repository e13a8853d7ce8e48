using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>One line of a chart.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Cells">A number a point, or none.</param>
/// <param name="Kind">How it stands out.</param>
internal sealed record ChartLine(string Name, ChartCells<Rational?> Cells, ChartLineKind Kind);
