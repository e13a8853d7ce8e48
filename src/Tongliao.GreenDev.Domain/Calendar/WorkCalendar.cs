namespace Tongliao.GreenDev.Domain.Calendar;

/// <summary>
/// Working days (工作日): Monday to Friday, but for what 国务院办公厅 arranges every year: holidays, and Saturdays and Sundays that are
/// worked for them. Immutable.
/// </summary>
public sealed class WorkCalendar
{
    private readonly Dictionary<DateOnly, CalendarDay> days;

    /// <param name="recorded">Every version of every day that was ever recorded.</param>
    public WorkCalendar(IReadOnlyCollection<CalendarDay> recorded)
    {
        Version = recorded.Count;
        days = recorded.GroupBy(day => day.Day).Select(versions => versions.MaxBy(day => day.Version)!)
            .Where(day => day.Kind != DayKind.ByWeekday).ToDictionary(day => day.Day);
    }

    /// <summary>One more with every day recorded.</summary>
    public int Version { get; }

    /// <summary>The days that are not as their weekday says, ascending.</summary>
    public IEnumerable<CalendarDay> Arranged => days.Values.OrderBy(day => day.Day);

    /// <summary>What is arranged for a day; null where its weekday decides.</summary>
    public CalendarDay? On(DateOnly day) => days.GetValueOrDefault(day);

    /// <summary>Whether the arrangement of a year is in it; otherwise its holidays are missing.</summary>
    public bool Knows(int year) => days.Keys.Any(day => day.Year == year);

    public bool IsWorking(DateOnly day) => On(day) is { } arranged
        ? arranged.Kind == DayKind.Working
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself if it is worked, otherwise the next that is (顺延).</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The last of so many working days that follow a day.</summary>
    /// <param name="day">Not counted itself.</param>
    /// <param name="count">At least 1.</param>
    public DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        for (var left = count; left > 0; left--)
        {
            day = OnOrAfter(day.AddDays(1));
        }

        return day;
    }

    /// <summary>How many working days follow a day, up to another and with it; negative when that lies before.</summary>
    public int Between(DateOnly day, DateOnly until)
    {
        if (until < day)
        {
            return -Between(until, day);
        }

        var count = 0;
        for (var next = day.AddDays(1); next <= until; next = next.AddDays(1))
        {
            count += IsWorking(next) ? 1 : 0;
        }

        return count;
    }

    /// <summary>How much of the time between two moments fell on working days, each counted as 24 hours.</summary>
    /// <param name="from">As the offices' clocks show it.</param>
    /// <param name="until">Not earlier.</param>
    public TimeSpan Elapsed(DateTime from, DateTime until)
    {
        var elapsed = TimeSpan.Zero;
        for (var day = from.Date; day < until; day = day.AddDays(1))
        {
            if (IsWorking(DateOnly.FromDateTime(day)))
            {
                var (begin, end) = (from > day ? from : day, until < day.AddDays(1) ? until : day.AddDays(1));
                elapsed += end - begin;
            }
        }

        return elapsed;
    }
}
