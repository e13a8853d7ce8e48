using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using static MudBlazor.Icons.Material;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the bureau (市住建局) still has to do for periods, baselines and targets, and what waits for its review; the most urgent first.</summary>
public sealed class BureauTodos(AdministrationOverview overview, OfficeClock clock)
{
    public IReadOnlyList<TodoItem> Items =>
        [.. Overdue().Concat(NotOpened()).Concat(Waiting()).Concat(ToLock()).Concat(Baselines()).Concat(Targets()).OrderBy(item => item.Tone)];

    private IEnumerable<TodoItem> Overdue() =>
        from period in overview.Facts.Periods
        where period.AcceptsEntry && period.DueOn < clock.Today
        let reached = overview.Of(period.Quarter, ValueStatus.CityReview) + overview.Of(period.Quarter, ValueStatus.Accepted)
        select new TodoItem(
            Outlined.EventBusy, $"{period.Quarter.ChineseName}已过截止日期 {clock.Today.DayNumber - period.DueOn!.Value.DayNumber} 天，尚未关闭", AdminSections.Periods, "办理填报期")
        {
            Tone = Tone.Urgent,
            Detail = $"已上报到市 {reached} / {Due} 项。仍需补报的可以调整截止日期，否则请关闭填报。",
        };

    /// <summary>Quarters that are over and were never opened; of several the earliest, which comes first.</summary>
    private IEnumerable<TodoItem> NotOpened()
    {
        var next = overview.Facts.Periods.FirstOrDefault(period => period.OpenedAt is null);
        if (next is not null && (next.Quarter.LastDay < clock.Today || overview.Facts.Periods.All(period => period.OpenedAt is null)))
        {
            yield return new TodoItem(Outlined.Event, $"{next.Quarter.ChineseName}尚未开放填报", AdminSections.Periods, "开放填报期")
            {
                Tone = overview.Facts.OpenPeriod is null ? Tone.Urgent : Tone.Due,
                Detail = "开放并设定截止日期后，各单位即可填报。",
            };
        }
    }

    private IEnumerable<TodoItem> Waiting() =>
        from standing in overview.Standings
        where standing.Status == ValueStatus.CityReview
        select new TodoItem(Outlined.Verified, $"{standing.Quarter.ChineseName} {standing.Values} 项等待市级审核", $"/review?period={standing.Quarter}", "去审核")
        {
            Tone = overview.Answers.IsOverdue(standing.Since!.Value) ? Tone.Urgent : Tone.Due,
            Detail = $"来自 {standing.Units} 个单位，最早的{SinceWords.Of(standing.Since.Value, clock)}，"
                + $"{DueWords.Of(overview.Answers.DueOn(standing.Since.Value), overview.Answers.IsOverdue(standing.Since.Value))}。",
        };

    private IEnumerable<TodoItem> ToLock() =>
        from period in overview.ReadyToLock
        select new TodoItem(Outlined.Lock, $"{period.Quarter.ChineseName}已全部审核通过，可以锁定", AdminSections.Periods, "锁定填报期")
        {
            Detail = "锁定后数值和灯色不再变动。",
        };

    private IEnumerable<TodoItem> Baselines()
    {
        var gaps = overview.Reference!;
        if (gaps.RequiredBaselines.Count > 0)
        {
            yield return new TodoItem(Outlined.Foundation, $"缺 {Count(gaps.RequiredBaselines)} 个必须有的{overview.Facts.Plan.BaselineYear}年基数", AdminSections.Baselines, "录入基数")
            {
                Detail = $"{Names(gaps.RequiredBaselines)}。缺基数的不能亮灯。",
            };
        }

        if (gaps.OtherBaselines.Count > 0)
        {
            yield return new TodoItem(Outlined.Foundation, $"另有 {Count(gaps.OtherBaselines)} 个{overview.Facts.Plan.BaselineYear}年基数没有录入", AdminSections.Baselines, "录入基数")
            {
                Tone = Tone.Quiet,
                Detail = $"{Names(gaps.OtherBaselines)}。录入前按0计。",
            };
        }
    }

    private IEnumerable<TodoItem> Targets()
    {
        var gaps = overview.Reference!;
        if (gaps.Targets.Count > 0)
        {
            yield return new TodoItem(
                Outlined.AccountTree, $"{gaps.Year}年分解指标缺 {gaps.TargetsMissing} 个", $"{AdminSections.Targets}?indicator={gaps.Targets[0].Indicator.Number}&year={gaps.Year}", "下达分解指标")
            {
                Detail = $"{Names(gaps.Targets)}。没有分解指标的单位只计入汇总，本单位不亮灯。",
            };
        }
    }

    private int Due => overview.Facts.Plan.Units.Count * overview.Facts.Plan.Indicators.Count;

    private static int Count(IReadOnlyList<MissingFrom> gaps) => gaps.Sum(missing => missing.Units.Count);

    private string Names(IReadOnlyList<MissingFrom> gaps) => string.Join('；', gaps.Select(missing =>
        $"第{missing.Indicator.Number}项 {(missing.Units.Count == overview.Facts.Plan.Units.Count ? "全部单位" : string.Join('、', missing.Units.Select(unit => unit.ShortName)))}"));
}
