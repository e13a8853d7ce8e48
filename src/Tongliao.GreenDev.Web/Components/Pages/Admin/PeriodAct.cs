namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What the bureau can do with a period.</summary>
public enum PeriodAct
{
    Open,

    /// <summary>Move the due date of an open one.</summary>
    Due,
    Close,
    Lock,

    /// <summary>Say when it is opened, closed and locked by itself.</summary>
    Plan,

    /// <summary>Look at what was done to it.</summary>
    History,
}
