using System.Globalization;

namespace Tongliao.GreenDev.Application;

/// <summary>截至: as of when the portal is looked at, the end of a day or a moment of it. What was recorded later is not seen.</summary>
/// <param name="Local">There: the day, or the moment to the microsecond.</param>
/// <param name="IsWholeDay">The end of the day is meant.</param>
/// <param name="Moment">The last instant that is seen.</param>
public sealed record AsOf(DateTime Local, bool IsWholeDay, DateTimeOffset Moment)
{
    /// <summary>The database keeps microseconds: what is recorded in one of them is seen whole or not at all.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(1);

    /// <summary>As an address says it: 2025-11-28, or 2025-11-28T16:30:05.123456.</summary>
    public string Text => Local.ToString(IsWholeDay ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    /// <summary>For example 截至2025年11月28日, or 截至2025年11月28日16:30.</summary>
    public string Words => Local.ToString(IsWholeDay ? "截至yyyy年M月d日" : "截至yyyy年M月d日HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The same as part of the name of a file.</summary>
    public string FileWords => Words.Replace(':', '时') + (IsWholeDay ? "" : "分");

    /// <summary>The end of a day.</summary>
    public static AsOf EndOf(DateOnly day, OfficeClock clock) => new(day.ToDateTime(TimeOnly.MinValue), IsWholeDay: true, clock.StartOf(day.AddDays(1)) - Step);

    /// <summary>A moment by the clock on the wall there.</summary>
    public static AsOf At(DateTime local, OfficeClock clock) => new(local, IsWholeDay: false, clock.Instant(local));

    /// <summary>An instant.</summary>
    public static AsOf At(DateTimeOffset instant, OfficeClock clock)
    {
        var whole = instant.AddTicks(-(instant.UtcTicks % Step.Ticks));
        return new AsOf(clock.Local(whole).DateTime, IsWholeDay: false, whole.ToUniversalTime());
    }
}
