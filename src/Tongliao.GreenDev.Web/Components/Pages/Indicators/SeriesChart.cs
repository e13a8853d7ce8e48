using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Indicators;

/// <summary>The numbers of the eight-quarter chart, as the script reads them.</summary>
public static class SeriesChart
{
    private const int ChartDecimals = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The city's line, that of a chosen unit, and the target path of whichever is chosen.</summary>
    public static string Of(IndicatorSeries series, ReportingUnit chosen, string title)
    {
        var units = chosen.IsRoot ? [chosen] : new[] { series.Units[0], chosen };
        return JsonSerializer.Serialize(
            new ChartData(
                title,
                series.MeasuredIn,
                [.. series.Quarters.Select(series.UnitOf)],
                [.. series.Quarters.Select(Label)],
                [.. units.Select(unit => Line(series, unit))],
                new ChartLine(chosen.IsRoot ? "应达（时序进度）" : $"应达（{chosen.ShortName}）", [.. series.Quarters.Select(quarter => Number(series[chosen, quarter].Path))]),
                series.Quarters.Select((quarter, i) => (quarter, i)).FirstOrDefault(q => series.ChangesBasisAt(q.quarter)).i),
            Json);
    }

    private static ChartLine Line(IndicatorSeries series, ReportingUnit unit) =>
        new(unit.ShortName, [.. series.Quarters.Select(quarter => Number(WholeValue(series[unit, quarter])))]);

    /// <summary>A partial sum of the city is no point of its line.</summary>
    private static Rational? WholeValue(IndicatorRating rating) => rating.State == RagStatus.Incomplete ? null : rating.Value;

    private static string Label(Quarter quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}年\n{quarter.ChineseQuarter}");

    private static decimal? Number(Rational? value) => value?.Round(ChartDecimals);

    /// <summary>What the script gets.</summary>
    /// <param name="Title">Heading in the saved picture.</param>
    /// <param name="Unit">Of the axis.</param>
    /// <param name="Units">Of each quarter's numbers.</param>
    /// <param name="Quarters">Labels of the axis.</param>
    /// <param name="Lines">Measured.</param>
    /// <param name="Expected">The target path.</param>
    /// <param name="BreakBefore">Index of the quarter from which the number counts something else; 0 for none.</param>
    private sealed record ChartData(
        string Title,
        string Unit,
        IReadOnlyList<string> Units,
        IReadOnlyList<string> Quarters,
        IReadOnlyList<ChartLine> Lines,
        ChartLine Expected,
        int BreakBefore);

    private sealed record ChartLine(string Name, IReadOnlyList<decimal?> Values);
}
