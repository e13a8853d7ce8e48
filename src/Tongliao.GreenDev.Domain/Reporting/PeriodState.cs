namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>State of a reporting period.</summary>
public enum PeriodState
{
    /// <summary>已关闭, or not opened yet: counties cannot type.</summary>
    Closed,

    /// <summary>填报中.</summary>
    Open,

    /// <summary>已锁定.</summary>
    Locked,
}
