using Tongliao.GreenDev.Domain.Calendar;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>By which a schedule is proposed: on the how manieth working day after the quarter; 0 for not by itself.</summary>
public sealed record ScheduleRule(int OpensDay, int DueDay, int ClosesDay, int LocksDay)
{
    /// <summary>The days of a quarter, by the calendar as it is known now.</summary>
    public PeriodSchedule For(Quarter quarter, WorkCalendar calendar)
    {
        return new PeriodSchedule(Day(OpensDay), Day(DueDay), Day(ClosesDay), Day(LocksDay));

        DateOnly? Day(int number) => number == 0 ? null : calendar.After(quarter.LastDay, number);
    }
}
