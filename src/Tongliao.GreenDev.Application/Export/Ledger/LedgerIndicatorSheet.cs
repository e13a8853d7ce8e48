using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>One indicator: every unit in every quarter with what was typed, value, what was due and the light, which the sheet reckons itself.</summary>
internal sealed class LedgerIndicatorSheet
{
    private const double WordsWidth = 62;

    // More lines cannot be told apart.
    private const int MostMembers = 12;

    private readonly LedgerReport report;
    private readonly LedgerLayout layout;
    private readonly Indicator indicator;
    private readonly LedgerColumns columns;
    private readonly StreamedSheet sheet;
    private readonly IReadOnlyList<RatingMatrix> quarters;

    private LedgerIndicatorSheet(StreamedBook book, LedgerReport report, LedgerLayout layout, Indicator indicator)
    {
        (this.report, this.layout, this.indicator, columns) = (report, layout, indicator, new LedgerColumns(indicator));
        quarters = [.. report.Ratings.Quarters.Where(matrix => layout.QuartersOf(indicator).Contains(matrix.Period.Quarter))];
        sheet = book.AddSheet(new SheetSetup
        {
            Name = layout.SheetOf(indicator),
            Widths = Widths(),
            HiddenColumns = columns.HiddenColumns,
            IsLandscape = true,
            HeaderRows = (LedgerLayout.HeadRow, LedgerLayout.HeadRow),
            FrozenColumns = LedgerColumns.Quarter,
            Margins = (10, 10, 12, 14),
        });
    }

    private IReadOnlyList<ReportingUnit> Units => report.Ratings.Units;

    public static void Write(StreamedBook book, LedgerReport report, LedgerLayout layout, Indicator indicator)
    {
        var written = new LedgerIndicatorSheet(book, report, layout, indicator);
        written.AddHead();
        foreach (var unit in written.Units)
        {
            foreach (var matrix in written.quarters)
            {
                written.AddRow(unit, matrix);
            }
        }

        var (first, last) = (LedgerLayout.HeadRow + 1, written.sheet.RowNumber);
        written.sheet.ShowStates(written.columns.Light, first, written.columns.Light, last);
        written.sheet.FilterFrom(LedgerLayout.HeadRow);
        written.sheet.Finish(written.Chart());
    }

    private List<double> Widths() =>
    [
        11,
        13.5,
        .. indicator.Inputs.Select(_ => 12.0),
        14,
        .. columns.StartNumerator is null ? Array.Empty<double>() : [10, 10],
        .. columns.Offset is null ? Array.Empty<double>() : [10],
        9.5,
        3.5,
        9.5,
        9,
        11,
        4,
        WordsWidth,
        .. Enumerable.Repeat(8.0, columns.HiddenColumns),
    ];

    private void AddHead()
    {
        sheet.Banner($"{indicator.Number}　{indicator.Name}{(report.Head.IsDemo ? "（演示数据）" : "")}", 28, LedgerLooks.Title);
        sheet.Banner(report.Head.Source, 16, LedgerLooks.Note);
        sheet.Banner(
            "浅黄色格可改数试算，结果、判定和全书各表随之变化，不影响系统里的数；汇总单位的数由所属单位合计得出。应达、预警容差和往期数是导出时的数，要试算另一个目标或以前年度的数，直接改这几列。",
            16,
            LedgerLooks.Note);
        sheet.StartRow(16);
        sheet.Text("↓ 折线图在表的下方", LedgerLooks.Link);
        sheet.Link(SheetAddress.On(sheet.Setup.Name, SheetAddress.At(layout.LastRowOf(indicator, Units[^1]) + 2, 1)));
        sheet.Merge(1, sheet.RowNumber, 3, sheet.RowNumber);
        List<string> heads =
        [
            "填报单位",
            "季度",
            .. indicator.Inputs.Select(field => $"{field.Label}（{field.Unit}）"),
            "不适用原因",
            .. columns.StartNumerator is null ? Array.Empty<string>() : ["上年末分子", "上年末分母"],
            .. columns.Offset is null ? Array.Empty<string>() : ["往期数"],
            "结果",
            "",
            "应达",
            "预警容差",
            "判定",
            RatingWords.Provisional,
            "判定说明（导出时）",
            "计入",
            "已报",
            "适用",
            "缺往期",
            "图",
        ];
        sheet.StartRow(heads.Zip(sheet.Setup.Widths, (head, width) => TextFit.Height(head, width, LedgerLooks.BodySize, padding: 6)).Max());
        foreach (var head in heads)
        {
            sheet.Text(head, LedgerLooks.Header);
        }
    }

    private void AddRow(ReportingUnit unit, RatingMatrix matrix)
    {
        var rating = matrix.Ratings[(indicator.Number, unit.Code)];
        sheet.StartRow(Math.Max(LedgerLooks.RowHeight, TextFit.Height(rating.Explanation, WordsWidth, LedgerLooks.Words.Size, padding: 3)));
        sheet.Text(unit.ShortName, LedgerLooks.Centre, key: "");
        sheet.Text(rating.Quarter.ChineseName, LedgerLooks.Centre, key: "");
        var row = new LedgerRow(sheet, columns, rating);
        switch (matrix.CaseOf?.Invoke(rating))
        {
            case null:
                row.AddTold();
                break;
            case { IsAggregate: true } whole:
                var below = unit.Subtree.Skip(1).ToList();
                row.AddWhole(whole, layout.FirstRowOf(indicator, below[0]), layout.LastRowOf(indicator, below[^1]));
                break;
            case { } reported:
                row.AddUnit(reported);
                break;
        }
    }

    private LineChart Chart()
    {
        var root = Units[0];
        var members = Units.Skip(1).Where(unit => unit.Parent == root).Take(MostMembers);
        return new LineChart(
            indicator.Name,
            indicator.Unit,
            new ChartCells<string>(CellsOf(root, LedgerColumns.Quarter), [.. quarters.Select(matrix => matrix.Period.Quarter.ChineseName)]),
            [
                LineOf(root, columns.Point, root.ShortName, rating => rating.Value, ChartLineKind.Whole),
                LineOf(root, columns.Expected, $"{root.ShortName}应达", rating => rating.Target?.Expected ?? rating.Path, ChartLineKind.Expected),
                .. members.Select(unit => LineOf(unit, columns.Point, unit.ShortName, rating => rating.Value, ChartLineKind.Member)),
            ]);
    }

    private ChartLine LineOf(ReportingUnit unit, int column, string name, Func<IndicatorRating, Rational?> valueOf, ChartLineKind kind) => new(
        name,
        new ChartCells<Rational?>(CellsOf(unit, column), [.. quarters.Select(matrix => valueOf(matrix.Ratings[(indicator.Number, unit.Code)]))]),
        kind);

    private string CellsOf(ReportingUnit unit, int column) => SheetAddress.On(
        sheet.Setup.Name, SheetAddress.Column(column, layout.FirstRowOf(indicator, unit), layout.LastRowOf(indicator, unit)));
}
