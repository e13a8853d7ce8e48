using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Which schedule a period goes by: its own, or that of the settings.</summary>
public sealed class PeriodTimetable(IOptions<PeriodsOptions> options)
{
    /// <summary>Whether periods without a schedule of their own go by the rule of the settings.</summary>
    public bool IsAutomatic => options.Value.Automatic;

    /// <summary>From which hour of the day on.</summary>
    public int Hour => options.Value.Hour;

    public ScheduleRule Rule => options.Value.Rule;

    /// <summary>What holds; null where nothing is done by itself.</summary>
    public PeriodSchedule? Of(ReportingPeriod period, WorkCalendar calendar) =>
        (period.Schedule ?? (IsAutomatic ? Proposed(period, calendar) : null)) is { IsAutomatic: true } schedule ? schedule : null;

    /// <summary>To begin with, where the bureau says when: what it said before, or the days of the rule.</summary>
    public PeriodSchedule Proposed(ReportingPeriod period, WorkCalendar calendar) => period.Schedule ?? Rule.For(period.Quarter, calendar);
}
