namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>Days that follow each other.</summary>
internal static class DaySpan
{
    /// <summary>From the first to the last, both with it.</summary>
    public static IEnumerable<DateOnly> Of(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
