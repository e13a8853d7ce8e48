using Tongliao.GreenDev.Domain.Calendar;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A quarter for which values are collected (填报期).</summary>
public sealed class ReportingPeriod
{
    private readonly List<PeriodStanding> standings = [];

    private ReportingPeriod()
    {
    }

    /// <summary>The plan whose values are collected; a period is known by plan and quarter.</summary>
    public int PlanId { get; private init; }

    public Quarter Quarter { get; private init; }

    public PeriodState State { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>截止日期: the last day on which a submission is on time.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>
    /// The moment of the lock. Targets, baselines and statements recorded by then are what the quarter is rated by ever after: none of
    /// them is ever overwritten.
    /// </summary>
    public DateTimeOffset? LockedAt { get; private set; }

    /// <summary>Name with office of who locked it.</summary>
    public string? LockedBy { get; private set; }

    /// <summary>The bureau's own schedule; null while the one of the settings applies, if any.</summary>
    public PeriodSchedule? Schedule { get; private set; }

    /// <summary>When a person last opened, moved, closed or locked it; null while only its schedule did.</summary>
    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>The day on which the bureau was last told that the schedule was held up.</summary>
    public DateOnly? HeldUpOn { get; private set; }

    /// <summary>0 until something is done to it, then one more with every change; the form carries it back.</summary>
    public int Version { get; private set; }

    /// <summary>What it was from when on, as far as it was read; what is done to it adds to it.</summary>
    public IReadOnlyList<PeriodStanding> Standings => standings;

    /// <summary>
    /// A due date to begin with: the one it has, or half a month after the quarter's end, unless that day has come; then ten days from
    /// now. One that was not announced yet falls on a working day.
    /// </summary>
    public DateOnly ProposedDue(DateOnly today, WorkCalendar calendar)
    {
        if (DueOn > today)
        {
            return DueOn.Value;
        }

        var usual = calendar.OnOrAfter(Quarter.LastDay.AddDays(15));
        return DueOn is null && usual > today ? usual : calendar.OnOrAfter(today.AddDays(10));
    }

    /// <summary>延期: until when one unit's day was put off, of a period as that unit has it; null for any other.</summary>
    public DateOnly? ExtendedUntil { get; private set; }

    /// <summary>
    /// The period as one unit has it: open until the end of its extension also when it is closed for the others, and due on that day.
    /// Nothing to be changed or stored.
    /// </summary>
    /// <param name="extension">What holds of the unit; null for none.</param>
    /// <param name="today">There.</param>
    public ReportingPeriod For(Extension? extension, DateOnly today)
    {
        if (extension?.Until is not { } until || !(until > DueOn))
        {
            return this;
        }

        var own = (ReportingPeriod)MemberwiseClone();
        own.DueOn = own.ExtendedUntil = until;
        own.State = State == PeriodState.Closed && extension.IsRunning(today) ? PeriodState.Open : State;
        return own;
    }

    /// <summary>The period as it was at a moment: its state, its due day, and a lock only where there was one. Nothing to be changed or stored.</summary>
    public ReportingPeriod SeenAt(DateTimeOffset moment)
    {
        var seen = (ReportingPeriod)MemberwiseClone();
        var last = standings.Where(standing => standing.At <= moment).MaxBy(standing => standing.Version);
        seen.State = last?.State ?? PeriodState.Closed;
        seen.DueOn = last?.DueOn;
        seen.Version = last?.Version ?? 0;
        seen.OpenedAt = OpenedAt <= moment ? OpenedAt : null;
        seen.ClosedAt = ClosedAt <= moment ? ClosedAt : null;
        (seen.LockedAt, seen.LockedBy) = LockedAt <= moment ? (LockedAt, LockedBy) : (null, null);
        return seen;
    }

    /// <summary>A quarter which has not been opened yet.</summary>
    public static ReportingPeriod NotYetOpened(int planId, Quarter quarter) => new() { PlanId = planId, Quarter = quarter, State = PeriodState.Closed };

    /// <summary>Whether counties may type.</summary>
    public bool AcceptsEntry => State == PeriodState.Open;

    /// <summary>Whether what was submitted may still be approved.</summary>
    public bool AcceptsReview => State != PeriodState.Locked;

    /// <exception cref="InvalidOperationException">The period is locked.</exception>
    public void Open(DateOnly dueOn, DateTimeOffset now)
    {
        BeginChange();
        State = PeriodState.Open;
        DueOn = dueOn;
        OpenedAt ??= now;
        ClosedAt = null;
        Stand(now);
    }

    /// <exception cref="InvalidOperationException">The period is locked.</exception>
    public void Close(DateTimeOffset now)
    {
        BeginChange();
        State = PeriodState.Closed;
        ClosedAt = now;
        Stand(now);
    }

    /// <summary>
    /// 锁定: values, lights, dates and state of the quarter change no more. What is recorded later, also of quarters it is compared
    /// with, is not looked at.
    /// </summary>
    /// <param name="now">Later than anything recorded before.</param>
    /// <param name="by">Name with office.</param>
    /// <exception cref="InvalidOperationException">The period is locked already.</exception>
    public void Lock(DateTimeOffset now, string by)
    {
        BeginChange();
        State = PeriodState.Locked;
        ClosedAt ??= now;
        LockedAt = now;
        LockedBy = by;
        Stand(now);
    }

    /// <summary>定时办理: from now on by these days.</summary>
    /// <exception cref="InvalidOperationException">The period is locked.</exception>
    public void Plan(PeriodSchedule schedule)
    {
        BeginChange();
        Schedule = schedule;
        HeldUpOn = null;
    }

    /// <summary>What was just done to it was a person's act.</summary>
    public void Handle(DateTimeOffset now) => HandledAt = now;

    /// <summary>The bureau has been told today that the schedule is held up.</summary>
    public void HoldUp(DateOnly today) => HeldUpOn = today;

    private void Stand(DateTimeOffset now) => standings.Add(
        new PeriodStanding { PlanId = PlanId, Quarter = Quarter, Version = Version, At = now, State = State, DueOn = DueOn });

    private void BeginChange()
    {
        if (State == PeriodState.Locked)
        {
            throw new InvalidOperationException($"{Quarter} is locked.");
        }

        Version++;
    }
}
