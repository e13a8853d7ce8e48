using System.Globalization;
using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Application.Verification;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>One unit: all indicators over the quarters, taken from their sheets.</summary>
internal static class LedgerUnitSheet
{
    private const int HeadRow = 5;
    private const int FirstQuarterColumn = 5;

    private static readonly double[] QuarterWidths = [9, 10.5];

    public static void Write(StreamedBook book, LedgerReport report, LedgerLayout layout, ReportingUnit unit)
    {
        var quarters = report.Ratings.Quarters;
        var sheet = book.AddSheet(new SheetSetup
        {
            Name = layout.SheetOf(unit),
            Widths = [5, 22, 9, 10, .. quarters.SelectMany(_ => QuarterWidths)],
            IsLandscape = true,
            HeaderRows = (HeadRow - 1, HeadRow),
            FrozenColumns = 2,
            Margins = (10, 10, 12, 14),
        });
        sheet.Banner($"{unit.Name}指标监测台账{(report.Head.IsDemo ? "（演示数据）" : "")}", 28, LedgerLooks.Title);
        sheet.Banner(report.Head.Source, 16, LedgerLooks.Note);
        sheet.StartRow(16);
        sheet.Text("← 回总览", LedgerLooks.Link);
        sheet.Link(SheetAddress.On(LedgerLayout.Names.Summary, "A1"));
        sheet.Merge(1, sheet.RowNumber, 2, sheet.RowNumber);
        AddHeads(sheet, report);
        foreach (var indicator in report.Ratings.Last.Facts.Plan.Indicators)
        {
            AddIndicator(sheet, report, layout, unit, indicator);
        }

        sheet.ShowStates(FirstQuarterColumn, HeadRow + 1, sheet.Setup.ShownColumns, sheet.RowNumber);
        sheet.Finish();
    }

    private static void AddHeads(StreamedSheet sheet, LedgerReport report)
    {
        string[] heads = ["序号", "指标", "单位", "全年目标"];
        sheet.StartRow(LedgerLooks.RowHeight);
        foreach (var head in heads)
        {
            sheet.Text(head, LedgerLooks.Header);
        }

        foreach (var (index, matrix) in report.Ratings.Quarters.Index())
        {
            sheet.Text(matrix.Period.Quarter.ChineseName, LedgerLooks.Header);
            sheet.Blank(LedgerLooks.Header);
            sheet.Merge(FirstQuarterColumn + (index * 2), HeadRow - 1, FirstQuarterColumn + (index * 2) + 1, HeadRow - 1);
        }

        sheet.StartRow(LedgerLooks.RowHeight);
        for (var column = 1; column <= heads.Length; column++)
        {
            sheet.Blank(LedgerLooks.Header);
            sheet.Merge(column, HeadRow - 1, column, HeadRow);
        }

        foreach (var _ in report.Ratings.Quarters)
        {
            sheet.Text("结果", LedgerLooks.Header);
            sheet.Text("判定", LedgerLooks.Header);
        }
    }

    private static void AddIndicator(StreamedSheet sheet, LedgerReport report, LedgerLayout layout, ReportingUnit unit, Indicator indicator)
    {
        var (last, columns) = (report.Ratings.Last.Ratings[(indicator.Number, unit.Code)], new LedgerColumns(indicator));
        sheet.StartRow(LedgerLooks.RowHeight);
        sheet.Text(indicator.Number.ToString(CultureInfo.InvariantCulture), LedgerLooks.Centre);
        sheet.Text(indicator.ShortName, LedgerLooks.Text);
        sheet.Link(SheetAddress.On(layout.SheetOf(indicator), SheetAddress.At(layout.FirstRowOf(indicator, unit), 1)));
        sheet.Text(last.Unit, LedgerLooks.Small);
        sheet.Text(last.YearTarget.IsMissing ? last.State.Word() : RatingExplanation.TargetText(last.Indicator, last.YearTarget), LedgerLooks.Small);
        foreach (var matrix in report.Ratings.Quarters)
        {
            if (matrix.Ratings.GetValueOrDefault((indicator.Number, unit.Code)) is not { } rating)
            {
                sheet.Text(FactText.None, LedgerLooks.Centre);
                sheet.Text(FactText.None, LedgerLooks.Centre);
                continue;
            }

            sheet.Formula(layout.CellOf(indicator, unit, rating.Quarter, columns.Value), rating.Value, LedgerLooks.Number with { Decimals = indicator.DisplayDecimals }, key: FigureFacts.KeyOf(rating, FactWhat.Value));
            sheet.Formula(layout.CellOf(indicator, unit, rating.Quarter, columns.Light), rating.State.Word(), LedgerLooks.Centre, FigureFacts.KeyOf(rating, FactWhat.Light));
        }
    }
}
