using System.Globalization;
using Tongliao.GreenDev.Domain.Calendar;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Days that follow each other and are arranged alike.</summary>
/// <param name="First">Says what all of them are.</param>
/// <param name="Last">The last day.</param>
public sealed record CalendarSpan(CalendarDay First, DateOnly Last)
{
    /// <summary>For example 10月1日—8日（8天）, 9月28日.</summary>
    public string Words => First.Day == Last
        ? Text(First.Day, "M月d日")
        : $"{Text(First.Day, "M月d日")}—{Text(Last, First.Day.Month == Last.Month ? "d日" : "M月d日")}（{Last.DayNumber - First.Day.DayNumber + 1}天）";

    /// <param name="days">Ascending.</param>
    public static IReadOnlyList<CalendarSpan> Of(IEnumerable<CalendarDay> days)
    {
        var spans = new List<CalendarSpan>();
        foreach (var day in days)
        {
            if (spans is [.., var last] && last.Last.AddDays(1) == day.Day && last.IsAlike(day))
            {
                spans[^1] = last with { Last = day.Day };
            }
            else
            {
                spans.Add(new CalendarSpan(day, day.Day));
            }
        }

        return spans;
    }

    private bool IsAlike(CalendarDay day) =>
        (First.Kind, First.Name, First.Document, First.Recorded) == (day.Kind, day.Name, day.Document, day.Recorded);

    private static string Text(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
