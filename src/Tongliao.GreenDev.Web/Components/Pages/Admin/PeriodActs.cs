using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Which acts a period allows, and their words.</summary>
public static class PeriodActs
{
    public static IReadOnlyList<PeriodAct> For(ReportingPeriod period) => period switch
    {
        { State: PeriodState.Open } => [PeriodAct.Due, PeriodAct.Close, PeriodAct.History],
        { State: PeriodState.Closed, OpenedAt: null } => [PeriodAct.Open],
        { State: PeriodState.Closed } => [PeriodAct.Open, PeriodAct.Lock, PeriodAct.History],
        { State: PeriodState.Locked } => [PeriodAct.History],
        _ => throw new ArgumentOutOfRangeException(nameof(period)),
    };

    public static string Word(this PeriodAct act, ReportingPeriod period) => act switch
    {
        PeriodAct.Open => period.OpenedAt is null ? "开放填报" : "重新开放",
        PeriodAct.Due => "调整截止日期",
        PeriodAct.Close => "关闭填报",
        PeriodAct.Lock => "锁定",
        PeriodAct.History => "办理记录",
    };

    /// <summary>The address at which a period's act is confirmed.</summary>
    public static string Address(this PeriodAct act, Quarter quarter) =>
        $"{AdminSections.Periods}?period={quarter}&act={act.ToString().ToLowerInvariant()}#panel";
}
