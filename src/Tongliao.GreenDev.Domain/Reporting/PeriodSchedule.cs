namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>On which days a period is opened, falls due, is closed and locked by itself (定时办理); what has no day is left to people.</summary>
/// <param name="OpensOn">计划开放日期.</param>
/// <param name="DueOn">计划截止日期: the due date that the opening announces.</param>
/// <param name="ClosesOn">计划关闭日期: from this day on nothing can be typed.</param>
/// <param name="LocksOn">计划锁定日期.</param>
public sealed record PeriodSchedule(DateOnly? OpensOn, DateOnly? DueOn, DateOnly? ClosesOn, DateOnly? LocksOn)
{
    /// <summary>Whether anything is done by itself.</summary>
    public bool IsAutomatic => OpensOn is not null || ClosesOn is not null || LocksOn is not null;

    /// <summary>When an act is planned for; null for never.</summary>
    public DateOnly? On(ScheduledAct act) => act switch
    {
        ScheduledAct.Open => OpensOn,
        ScheduledAct.Close => ClosesOn,
        ScheduledAct.Lock => LocksOn,
    };

    /// <summary>
    /// What is to be done by now, also when its day went by unnoticed; null for nothing. A period is opened only while its due date
    /// lies ahead, and closed only when its due date is over, wherever that was moved to. What a person did on the planned day or
    /// later stands.
    /// </summary>
    /// <param name="period">As it stands.</param>
    /// <param name="today">There.</param>
    /// <param name="handledOn">The day on which a person last opened, moved or closed it; null for never.</param>
    public ScheduledAct? DueAct(ReportingPeriod period, DateOnly today, DateOnly? handledOn)
    {
        ScheduledAct? next = period switch
        {
            { State: PeriodState.Open } => ScheduledAct.Close,
            { State: PeriodState.Closed, OpenedAt: null } => ScheduledAct.Open,
            { State: PeriodState.Closed } => ScheduledAct.Lock,
            _ => null,
        };
        var isDue = next is { } act && On(act) is { } day && day <= today && !(handledOn >= day);
        return isDue && next switch
        {
            ScheduledAct.Open => DueOn >= today,
            ScheduledAct.Close => today > period.DueOn,
            _ => true,
        } ? next : null;
    }

    /// <summary>Whether a period should have been opened, and its due date has passed meanwhile: nothing is done by itself any more.</summary>
    /// <param name="period">As it stands.</param>
    /// <param name="today">There.</param>
    public bool HasMissedOpening(ReportingPeriod period, DateOnly today) =>
        period is { State: PeriodState.Closed, OpenedAt: null } && OpensOn is not null && DueOn < today;
}
