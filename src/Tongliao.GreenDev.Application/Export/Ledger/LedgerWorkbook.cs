using System.Globalization;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Export.Streaming;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>
/// 监测台账: all quarters up to one in a workbook that reckons: 总览, a sheet an indicator with its chart, a sheet a unit, 上报情况, 更正 and 任务进展.
/// </summary>
internal static class LedgerWorkbook
{
    /// <param name="output">Readable and seekable.</param>
    /// <param name="report">What it says.</param>
    /// <returns>What it says where.</returns>
    public static IReadOnlyList<MarkedFact> Write(Stream output, LedgerReport report)
    {
        using var book = new StreamedBook(output);
        var layout = new LedgerLayout(report.Ratings);
        LedgerSummarySheet.Write(book, report, layout);
        foreach (var indicator in report.Ratings.Last.Facts.Plan.Indicators)
        {
            LedgerIndicatorSheet.Write(book, report, layout, indicator);
        }

        foreach (var unit in report.Ratings.Units)
        {
            LedgerUnitSheet.Write(book, report, layout, unit);
        }

        AddProgress(book, report);
        AddCorrections(book, report);
        AddTasks(book, report);
        book.Finish(report.Head.Title("指标监测台账"), AnnexWorkbook.Author, report.Head.GeneratedAt);
        return book.Facts;
    }

    /// <summary>For example 监测台账_2025年三季度.xlsx; as of a day …_截至2025年11月28日.xlsx.</summary>
    public static string FileName(Quarter quarter, AsOf? asOf) => $"监测台账_{quarter.ChineseName}{(asOf is null ? "" : "_" + asOf.FileWords)}.xlsx";

    private static void AddProgress(StreamedBook book, LedgerReport report)
    {
        var sheet = new LedgerListSheet(
            book,
            LedgerLayout.Names.Progress,
            report.Head.Title("上报情况"),
            report.Head,
            [("季度", 14), ("填报单位", 13), ("应填", 8), ("已上报", 9), ("其中不适用", 10), ("审核通过", 9), ("按时上报", 9), ("上报率（%）", 11), ("按时率（%）", 11), ("情况", 14), ("说明", 34)]);
        foreach (var matrix in report.Ratings.Quarters.Reverse())
        {
            foreach (var unit in matrix.Progress.Units)
            {
                sheet.Text(matrix.Period.Quarter.ChineseName).Text(unit.Unit.ShortName)
                    .Number(unit.Total).Number(unit.ReachedCity).Number(unit.Explained).Number(unit.Of(ValueStatus.Accepted)).Number(unit.OnTime)
                    .Share(4, 3, Percent(unit.ReachedCity, unit.Total)).Share(7, 3, Percent(unit.OnTime, unit.Total))
                    .Text(unit.Punctuality.Mark() + unit.Punctuality.Word()).Text(unit.PunctualityDetail)
                    .EndRow();
            }
        }

        sheet.Finish("没有填报单位。");
    }

    private static void AddCorrections(StreamedBook book, LedgerReport report)
    {
        var sheet = new LedgerListSheet(
            book,
            LedgerLayout.Names.Corrections,
            "更正记录",
            report.Head,
            [("季度", 14), ("填报单位", 13), ("指标", 24), ("原填报数", 24), ("更正为", 24), ("更正原因", 36), ("申请人", 22), ("申请时间", 17), ("状态", 9), ("决定意见", 24), ("决定人", 22)]);
        foreach (var line in report.Corrections)
        {
            var decision = line.Decision;
            sheet.Text(line.Quarter.ChineseName).Text(line.Unit.ShortName).Text($"{line.Indicator.Number}　{line.Indicator.ShortName}", isLong: true)
                .Text(Words(line, line.Before), isLong: true).Text(Words(line, line.Correction.Statement), isLong: true).Text(line.Correction.Reason, isLong: true)
                .Text(line.Correction.Recorded.ByName, isLong: true).Text(report.Clock.Minute(line.Correction.Recorded.At))
                .Text(line.Word).Text(decision?.Reason, isLong: true).Text(decision?.Recorded.ByName, isLong: true)
                .EndRow();
        }

        sheet.Finish("没有更正。");
    }

    private static void AddTasks(StreamedBook book, LedgerReport report)
    {
        var sheet = new LedgerListSheet(
            book,
            LedgerLayout.Names.Tasks,
            report.Head.Title("任务进展"),
            report.Head,
            [("任务", 7), ("牵头部门", 16), ("任务内容", 34), ("状态", 11), ("进展情况", 52), ("存在问题", 30), ("下一步措施", 30), ("上报时间", 17)]);
        foreach (var line in report.Tasks.Leads)
        {
            var approved = line.Trail?.Approved?.Statement;
            sheet.Text(line.Task.Number.ToString(CultureInfo.InvariantCulture)).Text(line.Department.ShortName).Text(line.Task.Title, isLong: true)
                .Text(approved is null ? line.IsOverdue ? "逾期未报" : "未通过审核" : approved.State.Word())
                .Text(approved?.Done, isLong: true).Text(approved?.Problems, isLong: true).Text(approved?.Next, isLong: true)
                .Text(line.Trail?.SubmittedAt is { } at ? report.Clock.Minute(at) : "")
                .EndRow();
        }

        sheet.Finish("方案没有任务。");
    }

    private static Rational? Percent(int part, int whole) => whole == 0 ? null : (Rational)part * 100 / whole;

    /// <summary>The typed numbers, a line each.</summary>
    private static string Words(CorrectionLine line, Statement statement) => statement.NotApplicableReason is { } reason
        ? $"不适用：{reason}"
        : string.Join('\n', line.Indicator.Inputs.Select(field => $"{field.Label}：{NumberText.Display(statement.Inputs[field.Key])}{field.Unit}"));
}
