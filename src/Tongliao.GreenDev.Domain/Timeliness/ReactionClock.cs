using Tongliao.GreenDev.Domain.Calendar;

namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>Measures waiting by working days (工作日), as the offices have them.</summary>
/// <param name="Calendar">Which days are worked.</param>
/// <param name="Days">Within how many working days an answer is due.</param>
/// <param name="Today">There.</param>
/// <param name="Local">What the offices' clocks show at a moment.</param>
public sealed record ReactionClock(WorkCalendar Calendar, int Days, DateOnly Today, Func<DateTimeOffset, DateTime> Local)
{
    /// <summary>Working days between two moments, to a tenth.</summary>
    public decimal WorkingDays(DateTimeOffset from, DateTimeOffset until) =>
        decimal.Round(Calendar.Elapsed(Local(from), Local(until)).Ticks / (decimal)TimeSpan.TicksPerDay, 1, MidpointRounding.AwayFromZero);

    /// <summary>The last day for an answer to what was asked at a moment.</summary>
    public DateOnly DueOn(DateTimeOffset asked) => Calendar.After(DateOnly.FromDateTime(Local(asked)), Days);

    /// <summary>The last day on which something was asked that should have been answered by now.</summary>
    public DateOnly LastOverdueDay
    {
        get
        {
            var day = Today;
            while (Today <= Calendar.After(day, Days))
            {
                day = day.AddDays(-1);
            }

            return day;
        }
    }

    public bool IsOverdue(DateTimeOffset asked) => Today > DueOn(asked);
}
