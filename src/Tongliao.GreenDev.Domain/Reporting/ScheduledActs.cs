namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Words of what a schedule does.</summary>
public static class ScheduledActs
{
    public static string Word(this ScheduledAct act) => act switch
    {
        ScheduledAct.Open => "开放",
        ScheduledAct.Close => "关闭",
        ScheduledAct.Lock => "锁定",
    };
}
