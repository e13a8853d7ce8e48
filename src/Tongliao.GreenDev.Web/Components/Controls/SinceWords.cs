using System.Globalization;
using Tongliao.GreenDev.Application;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>How long something has been waiting, as people say it.</summary>
public static class SinceWords
{
    /// <summary>For example 已等 52 天（10月7日起）; of another year with the year.</summary>
    public static string Of(DateTimeOffset since, OfficeClock clock)
    {
        var days = clock.Today.DayNumber - clock.DayOf(since).DayNumber;
        return days <= 0 ? "今天到" : $"已等 {days} 天（{Day(since, clock)}起）";
    }

    /// <summary>For example 10月7日; of another year with the year.</summary>
    public static string Day(DateTimeOffset instant, OfficeClock clock) => Day(clock.DayOf(instant), clock.Today);

    /// <inheritdoc cref="Day(DateTimeOffset, OfficeClock)"/>
    public static string Day(DateOnly day, DateOnly today) =>
        day.ToString(day.Year == today.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture);
}
