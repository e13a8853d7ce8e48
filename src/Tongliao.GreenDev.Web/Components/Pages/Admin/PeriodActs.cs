using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Which acts a period allows, and their words.</summary>
public static class PeriodActs
{
    public static IReadOnlyList<PeriodAct> For(ReportingPeriod period) => period switch
    {
        { State: PeriodState.Open } => [PeriodAct.Due, PeriodAct.Close, PeriodAct.Plan, PeriodAct.History],
        { State: PeriodState.Closed, OpenedAt: null } => [PeriodAct.Open, PeriodAct.Plan, PeriodAct.History],
        { State: PeriodState.Closed } => [PeriodAct.Open, PeriodAct.Lock, PeriodAct.Plan, PeriodAct.History],
        { State: PeriodState.Locked } => [PeriodAct.History],
        _ => throw new ArgumentOutOfRangeException(nameof(period)),
    };

    public static string Word(this PeriodAct act, ReportingPeriod period) => act switch
    {
        PeriodAct.Open => period.OpenedAt is null ? "开放填报" : "重新开放",
        PeriodAct.Due => "调整截止日期",
        PeriodAct.Close => "关闭填报",
        PeriodAct.Lock => "锁定",
        PeriodAct.Plan => "定时安排",
        PeriodAct.History => "办理记录",
    };

    /// <summary>What was to be done beside what stands there, where somebody else was faster.</summary>
    /// <param name="act">What was to be done.</param>
    /// <param name="period">As it was shown.</param>
    /// <param name="current">As it stands.</param>
    /// <param name="due">The due date that was typed.</param>
    public static IEnumerable<ConflictRow> Conflict(PeriodAct act, ReportingPeriod period, object current, string? due = null) => current is not CurrentPeriod theirs ? [] :
    [
        new ConflictRow("状态", act.Word(period), theirs.State.Word()),
        new ConflictRow("截止日期", due ?? DateText.Display(period.DueOn), DateText.Display(theirs.Due)),
    ];
}
