using ClosedXML.Excel;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export;

/// <summary>
/// 监测表: the quarter at a glance. An indicator takes two rows, the number of a unit above and its state in words below,
/// so that the number stays a number and the table still fits one landscape page.
/// </summary>
internal sealed class MonitoringSheet
{
    private const int UnitColumnsStart = 9;
    private const double BodySize = 10;
    private const double StateSize = 9;
    private const double NumberRowHeight = 14;
    private const double UnitWidth = 8.6;
    private const double StateRowHeight = 13;

    // Beyond this many indicators one page would be too small to read.
    private const int MostOnOnePage = 24;

    private static readonly CellLook HeaderLook = new() { Font = Typefaces.Heading, Size = BodySize, Edges = Edges.All, Ground = StateLooks.HeaderGround };
    private static readonly CellLook BodyLook = new() { Size = BodySize, Edges = Edges.All };
    private static readonly CellLook NameLook = BodyLook with { Across = XLAlignmentHorizontalValues.Left };
    private static readonly CellLook UpperLook = new() { Size = BodySize, Edges = Edges.All & ~Edges.Bottom, Along = XLAlignmentVerticalValues.Bottom };
    private static readonly CellLook LowerLook = new() { Size = StateSize, Edges = Edges.All & ~Edges.Top, Shrinks = true };
    private static readonly CellLook VerdictLook = BodyLook with { Size = StateSize };
    private static readonly CellLook NoteLook = new() { Size = StateSize, Across = XLAlignmentHorizontalValues.Left };

    private static readonly string[] FirstHeaders = ["序号", "指标", "单位", "牵头部门", "全年目标"];
    private static readonly double[] FixedWidths = [4.5, 22, 9, 11.5, 10.5, 8.5, 8, 9.5];

    private readonly AnnexReport report;
    private readonly List<ReportingUnit> units;
    private readonly Dictionary<(string Unit, int Indicator), IndicatorRating> ratings;
    private readonly SheetWriter sheet;

    private MonitoringSheet(AnnexReport report, IXLWorkbook book, LookBook looks)
    {
        this.report = report;
        ratings = report.Ratings.ToDictionary(rating => (rating.UnitCode, rating.Indicator.Number));
        var reporting = report.Ratings.Select(rating => rating.UnitCode).ToHashSet(StringComparer.Ordinal);
        units = [.. report.Plan.Units.Where(unit => reporting.Contains(unit.Code))];
        sheet = new SheetWriter(book, looks, new SheetSetup
        {
            Name = "监测表",
            Widths = [.. FixedWidths, .. units.Select(_ => UnitWidth)],
            IsLandscape = true,
            HeaderRows = (4, 5),
            FrozenColumns = 2,
            FitsOnePage = report.Plan.Indicators.Count <= MostOnOnePage,
            Margins = (9, 9, 11, 12),
        });
    }

    public static SheetSetup Write(AnnexReport report, IXLWorkbook book, LookBook looks, List<MarkedFact> marked)
    {
        var monitoring = new MonitoringSheet(report, book, looks);
        monitoring.AddHead();
        foreach (var indicator in report.Plan.Indicators)
        {
            monitoring.AddIndicator(indicator);
        }

        return monitoring.sheet.Finish(marked);
    }

    private void AddHead()
    {
        sheet.Banner(report.Head.Title("主要量化指标监测表"), 28, new CellLook { Font = Typefaces.Title, Size = 20 });
        sheet.Banner(report.Head.Source, 14, NoteLook);
        sheet.Banner($"图例：{StateLooks.Legend()}　填报单位各格上为数值、下为判定", 14, NoteLook);
        sheet.StartRow(16);
        var whole = report.Plan.City.ShortName;
        foreach (var header in FirstHeaders.Concat([$"{whole}应达", $"{whole}值", $"{whole}判定"]))
        {
            sheet.Text(header, HeaderLook);
        }

        for (var i = 0; i < units.Count; i++)
        {
            sheet.Text(i == 0 ? "填报单位" : "", HeaderLook);
        }

        AddUnitNames();
    }

    private void AddUnitNames()
    {
        sheet.StartRow(units.Select(unit => TextFit.Height(unit.ShortName, UnitWidth, BodySize)).Append(16).Max());
        for (var column = 1; column < UnitColumnsStart; column++)
        {
            sheet.Blank(HeaderLook);
            sheet.Merge(column, sheet.RowNumber - 1, column, sheet.RowNumber);
        }

        foreach (var unit in units)
        {
            sheet.Text(unit.ShortName, HeaderLook);
        }

        if (units.Count > 0)
        {
            sheet.Merge(UnitColumnsStart, sheet.RowNumber - 1, UnitColumnsStart + units.Count - 1, sheet.RowNumber - 1);
        }
    }

    private void AddIndicator(Indicator indicator)
    {
        var texts = TextsOf(indicator);
        var needed = texts.Zip(FixedWidths.Skip(1), (text, width) => TextFit.Height(text, width, BodySize)).Max();
        var extra = Math.Max(0, needed - NumberRowHeight - StateRowHeight) / 2;
        var city = ratings.GetValueOrDefault((report.Plan.City.Code, indicator.Number));

        sheet.StartRow(NumberRowHeight + extra);
        sheet.Number(indicator.Number, BodyLook with { Decimals = 0 });
        for (var column = 0; column < texts.Count; column++)
        {
            var isTarget = column == texts.Count - 1;
            sheet.Text(texts[column], column == 0 ? NameLook : BodyLook, isTarget && city is not null ? FigureFacts.KeyOf(city, FactWhat.Target) : "");
        }

        AddNumber(city, FactWhat.Expected, indicator, BodyLook);
        AddNumber(city, FactWhat.Value, indicator, BodyLook);
        AddVerdict(city, city is null ? null : string.Join('\n', new[] { city.Words.Light, city.Words.VerdictDetail }.Where(line => line.Length > 0)), city is null ? BodyLook : VerdictLook.For(city.State));
        foreach (var rating in units.Select(unit => ratings.GetValueOrDefault((unit.Code, indicator.Number))))
        {
            AddNumber(rating, FactWhat.Value, indicator, rating is null ? UpperLook : UpperLook.For(rating.State));
        }

        AddStates(indicator, city, StateRowHeight + extra);
    }

    private void AddStates(Indicator indicator, IndicatorRating? city, double height)
    {
        sheet.StartRow(height);
        for (var column = 1; column < UnitColumnsStart; column++)
        {
            sheet.Blank(city is not null && column == UnitColumnsStart - 1 ? VerdictLook.For(city.State) : BodyLook);
            sheet.Merge(column, sheet.RowNumber - 1, column, sheet.RowNumber);
        }

        foreach (var rating in units.Select(unit => ratings.GetValueOrDefault((unit.Code, indicator.Number))))
        {
            AddVerdict(rating, rating?.Words.Verdict, rating is null ? LowerLook : LowerLook.For(rating.State));
        }
    }

    /// <summary>What stands between 序号 and the numbers.</summary>
    private List<string> TextsOf(Indicator indicator)
    {
        var year = report.Quarter.Year;
        var target = indicator.TargetOf(year)
            ?? throw new ArgumentException($"Indicator {indicator.Number} has no target for {year}.");
        var lead = report.Plan.Departments.FirstOrDefault(department => department.Id == indicator.LeadDepartmentId);
        return
        [
            indicator.Name,
            indicator.UnitOf(target),
            lead?.ShortName ?? indicator.Annex.Lead.Replace("\n", "", StringComparison.Ordinal),
            RatingExplanation.TargetText(indicator, target, target.Value),
        ];
    }

    private void AddNumber(IndicatorRating? rating, FactWhat what, Indicator indicator, CellLook look)
    {
        var key = rating is null ? "" : FigureFacts.KeyOf(rating, what);
        if ((what == FactWhat.Expected ? rating?.Target?.Expected : rating?.Value) is { } number)
        {
            sheet.Number(number, look with { Decimals = indicator.DisplayDecimals }, key: key);
        }
        else
        {
            sheet.Text(FactText.None, look, key);
        }
    }

    private void AddVerdict(IndicatorRating? rating, string? verdict, CellLook look) =>
        sheet.Text(verdict ?? FactText.None, look, rating is null ? "" : FigureFacts.KeyOf(rating, FactWhat.State));
}
