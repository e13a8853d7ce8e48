using System.Globalization;
using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>总览: the last quarter's values and lights of all indicators, taken from their sheets, and how many lights of each kind there are.</summary>
internal static class LedgerSummarySheet
{
    private const int HeadRow = 4;
    private const int FirstUnitColumn = 5;

    // More columns cannot be read on one page: those of a large region are on their own sheets.
    private const int MostUnits = 16;

    public static void Write(StreamedBook book, LedgerReport report, LedgerLayout layout)
    {
        var (facts, quarter) = (report.Ratings.Last.Facts, report.Ratings.Last.Period.Quarter);
        var all = report.Ratings.Units;
        IReadOnlyList<ReportingUnit> units = all.Count <= MostUnits ? all : [.. all.Where(unit => !unit.Reports)];
        var sheet = book.AddSheet(new SheetSetup
        {
            Name = LedgerLayout.Names.Summary,
            Widths = [5, 24, 9, 11, .. units.Select(_ => 10.0)],
            IsLandscape = true,
            HeaderRows = (HeadRow, HeadRow),
            FrozenColumns = 2,
            FitsOnePage = true,
            Margins = (10, 10, 12, 14),
        });
        sheet.Banner(report.Head.Title("指标监测台账"), 32, LedgerLooks.Title);
        sheet.Banner(report.Head.Source, 16, LedgerLooks.Note);
        sheet.Banner("点指标名称或地区名称看各季度的数和折线图。各表的结果和判定是公式，在指标表的浅黄色格改数即可试算；以系统为准。" + StateLooks.Legend(), 16, LedgerLooks.Note);
        sheet.StartRow(24);
        foreach (var head in new[] { "序号", "指标", "单位", "全年目标" })
        {
            sheet.Text(head, LedgerLooks.Header);
        }

        foreach (var unit in units)
        {
            sheet.Text(unit.ShortName, LedgerLooks.Header);
            sheet.Link(SheetAddress.On(layout.SheetOf(unit), "A1"));
        }

        foreach (var indicator in facts.Plan.Indicators)
        {
            AddIndicator(sheet, report, layout, indicator, units);
        }

        var last = sheet.RowNumber;
        AddCounts(sheet, report, units, last);
        sheet.ShowStates(FirstUnitColumn, HeadRow + 1, FirstUnitColumn + units.Count - 1, last);
        sheet.Finish();
    }

    private static void AddIndicator(StreamedSheet sheet, LedgerReport report, LedgerLayout layout, Indicator indicator, IReadOnlyList<ReportingUnit> units)
    {
        var (matrix, columns) = (report.Ratings.Last, new LedgerColumns(indicator));
        var quarter = matrix.Period.Quarter;
        var target = indicator.TargetOf(quarter.Year)!;
        sheet.StartRow(LedgerLooks.RowHeight);
        sheet.Text(indicator.Number.ToString(CultureInfo.InvariantCulture), LedgerLooks.Centre);
        sheet.Text(indicator.ShortName, LedgerLooks.Text);
        sheet.Link(SheetAddress.On(layout.SheetOf(indicator), "A1"));
        sheet.Text(indicator.UnitOf(target), LedgerLooks.Small);
        sheet.Text(RatingExplanation.TargetText(indicator, target, target.Value), LedgerLooks.Small);
        foreach (var unit in units)
        {
            var rating = matrix.Ratings[(indicator.Number, unit.Code)];
            sheet.Formula(
                layout.CellOf(indicator, unit, quarter, columns.Value), rating.Value, LedgerLooks.Centre with { Decimals = indicator.DisplayDecimals, Edges = Edges.Left | Edges.Right | Edges.Top }, key: FigureFacts.KeyOf(rating, FactWhat.Value));
        }

        sheet.StartRow(LedgerLooks.RowHeight);
        for (var column = 1; column < FirstUnitColumn; column++)
        {
            sheet.Blank(LedgerLooks.Centre);
            sheet.Merge(column, sheet.RowNumber - 1, column, sheet.RowNumber);
        }

        foreach (var unit in units)
        {
            sheet.Formula(
                layout.CellOf(indicator, unit, quarter, columns.Light),
                matrix.Ratings[(indicator.Number, unit.Code)].State.Word(),
                LedgerLooks.Centre with { Edges = Edges.Left | Edges.Right | Edges.Bottom },
                FigureFacts.KeyOf(matrix.Ratings[(indicator.Number, unit.Code)], FactWhat.Light));
        }
    }

    private static void AddCounts(StreamedSheet sheet, LedgerReport report, IReadOnlyList<ReportingUnit> units, int last)
    {
        foreach (var state in new[] { RagStatus.Green, RagStatus.Amber, RagStatus.Red, RagStatus.Accepted })
        {
            sheet.StartRow(LedgerLooks.RowHeight);
            sheet.Text($"{state.Mark()}{state.Word()}（项）", LedgerLooks.Header);
            for (var column = 2; column < FirstUnitColumn; column++)
            {
                sheet.Blank(LedgerLooks.Header);
            }

            sheet.Merge(1, sheet.RowNumber, FirstUnitColumn - 1, sheet.RowNumber);
            foreach (var (index, unit) in units.Index())
            {
                sheet.Formula(
                    $"COUNTIF({SheetAddress.Column(FirstUnitColumn + index, HeadRow + 1, last)},{LightFormula.Quoted(state)})",
                    report.Ratings.Last.Ratings.Values.Count(rating => rating.UnitCode == unit.Code && rating.State == state),
                    LedgerLooks.Total with { Decimals = 0 }, key: "");
            }
        }
    }
}
