using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Whether the days of a schedule can be kept.</summary>
internal static class ScheduleChecks
{
    /// <exception cref="RefusalException">Invalid, with every fault at its field.</exception>
    public static void Require(PeriodSchedule schedule, ReportingPeriod period, DateOnly today)
    {
        var faults = Faults(schedule, period, today).ToList();
        if (faults.Count > 0)
        {
            throw RefusalException.Invalid(RefusalCodes.ScheduleInvalid, "请更正日期后再保存。", faults);
        }
    }

    private static IEnumerable<FieldFault> Faults(PeriodSchedule schedule, ReportingPeriod period, DateOnly today)
    {
        var isOpened = period.OpenedAt is not null;
        if (schedule is { OpensOn: not null, DueOn: null } && !isOpened)
        {
            yield return new FieldFault("due", "自动开放时须公布截止日期，请填写。");
        }

        (string Field, string Name, DateOnly? Day, DateOnly? Earlier)[] days =
        [
            ("opens", "开放日期", schedule.OpensOn, period.Schedule?.OpensOn),
            ("due", "截止日期", schedule.DueOn, period.Schedule?.DueOn),
            ("closes", "关闭日期", schedule.ClosesOn, period.Schedule?.ClosesOn),
            ("locks", "锁定日期", schedule.LocksOn, period.Schedule?.LocksOn),
        ];
        foreach (var (field, name, day, earlier) in days)
        {
            if (day <= period.Quarter.LastDay)
            {
                yield return new FieldFault(field, $"{name}应晚于{period.Quarter.LastDay:yyyy-MM-dd}（季度末）。");
            }
            else if (day < today && day != earlier)
            {
                yield return new FieldFault(field, $"{name}已经过去，请填写今天或之后的日期，或留空不自动办理。");
            }
        }

        var due = isOpened ? period.DueOn : schedule.DueOn;
        if (schedule.OpensOn > schedule.DueOn)
        {
            yield return new FieldFault("due", "截止日期不能早于开放日期。");
        }

        if (schedule.ClosesOn <= due)
        {
            yield return new FieldFault("closes", $"关闭日期应晚于截止日期（{due:yyyy-MM-dd}），截止当天仍可上报。");
        }

        if (schedule.LocksOn <= due || schedule.LocksOn < schedule.ClosesOn)
        {
            yield return new FieldFault("locks", "锁定日期应晚于截止日期，不能早于关闭日期。");
        }
    }
}
