namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>What a schedule does with a period by itself.</summary>
public enum ScheduledAct
{
    /// <summary>开放填报.</summary>
    Open,

    /// <summary>关闭填报.</summary>
    Close,

    /// <summary>锁定.</summary>
    Lock,
}
