using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application;

/// <summary>The day and time as the offices in Tongliao have it (Asia/Shanghai by configuration); the database keeps UTC.</summary>
public sealed class OfficeClock(TimeProvider time, TimeZoneInfo zone)
{
    public DateOnly Today => DayOf(time.GetUtcNow());

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>A period's 截止日期 as it is today.</summary>
    public Deadline DeadlineOf(ReportingPeriod period) => new(period.DueOn, Today, DayOf) { IsExtended = period.ExtendedUntil is not null };

    /// <summary>The same for each unit, later where it was put off (延期).</summary>
    public Func<ReportingUnit, Deadline> DeadlinesOf(PlanFacts facts, ReportingPeriod period) =>
        unit => DeadlineOf(period.For(facts.ExtensionOf(unit, period.Quarter), Today));

    /// <summary>The instant at which a day begins there.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        if (day == DateOnly.MinValue)
        {
            return DateTimeOffset.MinValue;
        }

        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
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
