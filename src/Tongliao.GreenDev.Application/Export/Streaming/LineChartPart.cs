using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Verification;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Tongliao.GreenDev.Application.Export.Streaming;

/// <summary>Puts a chart into a sheet as Excel itself would have.</summary>
internal static class LineChartPart
{
    private const long EmusPerMillimetre = 36_000;
    private const uint CategoryAxis = 1;
    private const uint ValueAxis = 2;
    private const int WholeWidth = 34_925;
    private const int LineWidth = 19_050;
    // Told apart in colour, and by their markers in grey.
    private static readonly string[] Colours = ["1F77B4", "D55E00", "7B4FA3", "8C6D31", "00838F", "C2185B", "5D4037", "558B2F", "37474F"];

    private static readonly C.MarkerStyleValues[] Markers =
    [
        C.MarkerStyleValues.Circle, C.MarkerStyleValues.Square, C.MarkerStyleValues.Triangle, C.MarkerStyleValues.Diamond, C.MarkerStyleValues.X,
        C.MarkerStyleValues.Plus, C.MarkerStyleValues.Star, C.MarkerStyleValues.Dash, C.MarkerStyleValues.Circle,
    ];

    /// <param name="sheet">To which no chart was added yet.</param>
    /// <param name="chart">What is drawn.</param>
    /// <param name="rowsAbove">How many rows stand above it.</param>
    /// <returns>The relation by which the sheet names its drawing.</returns>
    public static string Add(WorksheetPart sheet, LineChart chart, int rowsAbove)
    {
        var drawing = sheet.AddNewPart<DrawingsPart>();
        var part = drawing.AddNewPart<ChartPart>();
        part.ChartSpace = SpaceOf(chart);
        drawing.WorksheetDrawing = new S.WorksheetDrawing(new S.OneCellAnchor(
            new S.FromMarker(new S.ColumnId("0"), new S.ColumnOffset("0"), new S.RowId(SheetXml.Text(rowsAbove)), new S.RowOffset("0")),
            new S.Extent { Cx = 250 * EmusPerMillimetre, Cy = 130 * EmusPerMillimetre },
            new S.GraphicFrame(
                new S.NonVisualGraphicFrameProperties(
                    new S.NonVisualDrawingProperties { Id = 2, Name = "折线图", Description = $"{chart.Title}折线图，数据见上表" },
                    new S.NonVisualGraphicFrameDrawingProperties()),
                new S.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new C.ChartReference { Id = drawing.GetIdOfPart(part) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
            { Macro = "" },
            new S.ClientData()));
        return sheet.GetIdOfPart(drawing);
    }

    private static C.ChartSpace SpaceOf(LineChart chart) => new(
        new C.Date1904 { Val = false },
        new C.RoundedCorners { Val = false },
        new C.Chart(
            new C.Title(new C.ChartText(TextOf($"{chart.Title}（单位：{chart.Unit}）", 1400, isBold: true)), new C.Overlay { Val = false }),
            new C.AutoTitleDeleted { Val = false },
            new C.PlotArea(
                new C.Layout(),
                LinesOf(chart),
                new C.CategoryAxis(
                    new C.AxisId { Val = CategoryAxis },
                    new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
                    new C.Delete { Val = false },
                    new C.AxisPosition { Val = C.AxisPositionValues.Bottom },
                    new C.MajorTickMark { Val = C.TickMarkValues.Outside },
                    new C.MinorTickMark { Val = C.TickMarkValues.None },
                    new C.TickLabelPosition { Val = C.TickLabelPositionValues.Low },
                    new C.CrossingAxis { Val = ValueAxis }),
                new C.ValueAxis(
                    new C.AxisId { Val = ValueAxis },
                    new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }),
                    new C.Delete { Val = false },
                    new C.AxisPosition { Val = C.AxisPositionValues.Left },
                    new C.MajorGridlines(Outline("D9DEDB", 9_525)),
                    new C.NumberingFormat { FormatCode = "General", SourceLinked = false },
                    new C.MajorTickMark { Val = C.TickMarkValues.None },
                    new C.MinorTickMark { Val = C.TickMarkValues.None },
                    new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
                    new C.CrossingAxis { Val = CategoryAxis })),
            new C.Legend(new C.LegendPosition { Val = C.LegendPositionValues.Bottom }, new C.Overlay { Val = false }),
            // The points stand in a hidden column.
            new C.PlotVisibleOnly { Val = false },
            // LibreOffice draws a gap before the first point as 0.
            new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Span }));

    private static C.LineChart LinesOf(LineChart chart)
    {
        var lines = new C.LineChart(new C.Grouping { Val = C.GroupingValues.Standard }, new C.VaryColors { Val = false });
        lines.Append(chart.Lines.Select((line, index) => LineOf(line, chart.Points, (uint)index)));
        lines.Append(new C.ShowMarker { Val = true }, new C.AxisId { Val = CategoryAxis }, new C.AxisId { Val = ValueAxis });
        return lines;
    }

    private static C.LineChartSeries LineOf(ChartLine line, ChartCells<string> points, uint index)
    {
        var look = (int)index % Colours.Length;
        var (colour, width, marker) = line.Kind switch
        {
            ChartLineKind.Member => (Colours[look], LineWidth, Markers[look]),
            ChartLineKind.Whole => ("000000", WholeWidth, C.MarkerStyleValues.Circle),
            ChartLineKind.Expected => ("B3261E", LineWidth, C.MarkerStyleValues.None),
        };
        return new C.LineChartSeries(
            new C.Index { Val = index },
            new C.Order { Val = index },
            new C.SeriesText(new C.NumericValue(line.Name)),
            Outline(colour, width, line.Kind == ChartLineKind.Expected),
            new C.Marker(new C.Symbol { Val = marker }, new C.Size { Val = 6 }, Filled(colour)),
            new C.CategoryAxisData(new C.StringReference(new C.Formula(points.Reference), StringsOf(points.Values))),
            new C.Values(new C.NumberReference(new C.Formula(line.Cells.Reference), NumbersOf(line.Cells.Values))),
            new C.Smooth { Val = false });
    }

    private static C.StringCache StringsOf(IReadOnlyList<string> values) => new(values
        .Select((value, index) => (OpenXmlElement)new C.StringPoint(new C.NumericValue(value)) { Index = (uint)index })
        .Prepend(new C.PointCount { Val = (uint)values.Count }));

    private static C.NumberingCache NumbersOf(IReadOnlyList<Rational?> values) => new(values
        .Select((value, index) => value is { } number
            ? new C.NumericPoint(new C.NumericValue(number.Round(FactText.Decimals).ToString(CultureInfo.InvariantCulture))) { Index = (uint)index }
            : null)
        .OfType<OpenXmlElement>()
        .Prepend(new C.PointCount { Val = (uint)values.Count })
        .Prepend(new C.FormatCode("General")));

    private static C.ChartShapeProperties Outline(string colour, int width, bool isDashed = false)
    {
        var outline = new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = width };
        if (isDashed)
        {
            outline.Append(new A.PresetDash { Val = A.PresetLineDashValues.Dash });
        }

        return new C.ChartShapeProperties(outline);
    }

    private static C.ChartShapeProperties Filled(string colour) => new(
        new A.SolidFill(new A.RgbColorModelHex { Val = colour }),
        new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = colour })));

    private static C.RichText TextOf(string text, int hundredthsOfPoint, bool isBold) => new(
        new A.BodyProperties(),
        new A.Paragraph(
            new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = hundredthsOfPoint, Bold = isBold }),
            new A.Run(new A.RunProperties { Language = "zh-CN", FontSize = hundredthsOfPoint, Bold = isBold }, new A.Text(text))));
}
