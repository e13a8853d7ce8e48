using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Says in one sentence why a period takes nothing.</summary>
public static class PeriodMessages
{
    public static string NotOpen(ReportingPeriod period) => period.State switch
    {
        PeriodState.Locked => $"{period.Quarter.ChineseName}已锁定，数据不能再修改。",
        PeriodState.Closed => period.OpenedAt is null
            ? $"{period.Quarter.ChineseName}尚未由市住建局开放填报。"
            : $"{period.Quarter.ChineseName}已关闭填报，补报、更正需由市住建局重新开放。",
        PeriodState.Open => $"{period.Quarter.ChineseName}正在填报。",
    };

    public static string Word(this PeriodState state) => state switch
    {
        PeriodState.Closed => "已关闭",
        PeriodState.Open => "填报中",
        PeriodState.Locked => "已锁定",
    };
}
