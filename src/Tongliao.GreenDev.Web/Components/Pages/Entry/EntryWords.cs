using System.Globalization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>Sentences of the entry screen that depend on the state of a row or a period.</summary>
public static class EntryWords
{
    /// <summary>The row's state in words, for example 已保存 10:21, of another day 已保存 11月21日.</summary>
    public static string Of(EntryLine line, OfficeClock clock) => line.State switch
    {
        RowState.Empty => "未填",
        RowState.Saving => "正在保存",
        RowState.Saved => SavedAt(line, clock) + (line.IsFilled ? "" : " · 未填全"),
        RowState.Unsaved => $"未保存（{(line.IsFaultAtField ? "请按提示改正" : line.Fault?.TrimEnd('。'))}）",
        RowState.Unfinished => $"请接着填写“{line.Awaited!.Definition.Label}”",
        RowState.Warning => SavedAt(line, clock) + " · 需核对",
        RowState.Returned => "已退回",
        RowState.Conflict => "与他人冲突",
        RowState.CountyReview or RowState.CityReview or RowState.Accepted => line.Status.Word(),
    };

    /// <summary>What became of rows that were saved together, for example 3项已保存；第5项 未保存（请按提示改正）.</summary>
    public static string Of(IReadOnlyList<EntryLine> lines, OfficeClock clock)
    {
        var told = lines.Count == 1 ? lines : [.. lines.Where(line => line.State is RowState.Unsaved or RowState.Conflict)];
        var saved = lines.Count - told.Count;
        return string.Join('；', told.Select(line => $"第{line.Indicator.Number}项 {Of(line, clock)}").Prepend(saved == 0 ? null : $"{saved}项已保存").OfType<string>());
    }

    /// <summary>The due date and how far off it is.</summary>
    public static string Due(ReportingPeriod period, OfficeClock clock)
    {
        if (period.DueOn is not { } due)
        {
            return "";
        }

        return string.Create(CultureInfo.InvariantCulture, $"截止 {due.Year}年{due.Month}月{due.Day}日{(period.ExtendedUntil is null ? "" : "（延期）")}，{Distance(due, clock)}");
    }

    /// <summary>How far off a due date is, for example 还有 3 天.</summary>
    public static string Distance(DateOnly due, OfficeClock clock) => (due.DayNumber - clock.Today.DayNumber) switch
    {
        > 0 and var days => $"还有 {days} 天",
        0 => "今天截止",
        var days => $"已逾期 {-days} 天",
    };

    public static bool IsOverdue(ReportingPeriod period, OfficeClock clock) => period.DueOn is { } due && due < clock.Today;

    private static string SavedAt(EntryLine line, OfficeClock clock) => line.Record.ChangedAt switch
    {
        null => "已保存",
        { } at when clock.DayOf(at) == clock.Today => $"已保存 {clock.TimeOfDay(at)}",
        { } at => $"已保存 {SinceWords.Day(at, clock)}",
    };
}
