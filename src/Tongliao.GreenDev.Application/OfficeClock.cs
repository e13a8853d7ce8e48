using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application;

/// <summary>The day and time as the offices in Tongliao have it (Asia/Shanghai by configuration); the database keeps UTC.</summary>
public sealed class OfficeClock(TimeProvider time, TimeZoneInfo zone)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The day as of which something is looked at: today, or that of the moment (截至).</summary>
    public DateOnly DayOf(PlanFacts facts) => facts.SeenAt is { } moment ? DayOf(moment) : Today;

    /// <summary>A period's 截止日期 for each unit, later where it was put off (延期), as it is on the day of the facts.</summary>
    public Func<ReportingUnit, Deadline> DeadlinesOf(PlanFacts facts, ReportingPeriod period)
    {
        var today = DayOf(facts);
        return unit =>
        {
            var own = period.For(facts.ExtensionOf(unit, period.Quarter), today);
            return new Deadline(own.DueOn, today, DayOf) { IsExtended = own.ExtendedUntil is not null };
        };
    }

    /// <summary>The instant at which a day begins there.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Instant(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant at which the clock on the wall says a time there.</summary>
    public DateTimeOffset Instant(DateTime local)
    {
        var offset = zone.GetUtcOffset(local);
        return local.Ticks < offset.Ticks ? DateTimeOffset.MinValue : new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>For example 2025-10-09 10:21.</summary>
    public string Minute(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For example 2025-10-09 10:21:05.</summary>
    public string Second(DateTimeOffset instant) =>
        Local(instant).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For example 10:21.</summary>
    public string TimeOfDay(DateTimeOffset instant) =>
        Local(instant).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
