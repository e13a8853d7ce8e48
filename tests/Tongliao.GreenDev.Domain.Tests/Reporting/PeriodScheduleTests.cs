using FsCheck;
using FsCheck.Fluent;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>What a schedule does with a period, and on which days a rule puts it.</summary>
public sealed class PeriodScheduleTests
{
    private static readonly Quarter Third = new(2025, 3);
    private static readonly PeriodSchedule Schedule = new(new(2025, 10, 9), new(2025, 10, 20), new(2025, 10, 24), new(2025, 11, 10));
    private static readonly ScheduleRule Rule = new(1, 8, 11, 20);

    // The holiday of October 2025 is 1 to 8; Saturday 11 is worked for it.
    [Fact]
    public void For_QuarterBeforeTheHolidayOfOctober_CountsWorkedDaysOnly()
    {
        var schedule = Rule.For(Third, National());

        Assert.Equal(
            new PeriodSchedule(new(2025, 10, 9), new(2025, 10, 17), new(2025, 10, 22), new(2025, 11, 4)), schedule);
    }

    [Fact]
    public void For_ZeroDays_AreLeftToPeople() =>
        Assert.Equal(new PeriodSchedule(null, new(2025, 10, 8), null, null), new ScheduleRule(0, 6, 0, 0).For(Third, new WorkCalendar([])));

    [Fact]
    public void For_AnyCalendar_GivesWorkingDaysInOrderAfterTheQuarter() => Properties.Check(Cases(), static at =>
    {
        var (calendar, quarter, rule) = at;
        var schedule = rule.For(quarter, calendar);
        var days = new[] { schedule.OpensOn, schedule.DueOn, schedule.ClosesOn, schedule.LocksOn }.Select(day => day!.Value).ToList();

        Assert.All(days, day => Assert.True(calendar.IsWorking(day)));
        Assert.Equal(days.Order(), days);
        Assert.True(days[0] > quarter.LastDay);
        Assert.Equal([rule.OpensDay, rule.DueDay, rule.ClosesDay, rule.LocksDay], days.Select(day => calendar.Between(quarter.LastDay, day)));
    });

    [Theory]
    [InlineData("2025-10-20", false)]
    [InlineData("2025-10-21", true)]
    public void HasMissedOpening_NeverOpened_OnceTheDueDateIsOver(string today, bool expected) =>
        Assert.Equal(expected, Schedule.HasMissedOpening(Period(), Day(today)));

    [Theory]
    [InlineData("2025-10-08", null)]
    [InlineData("2025-10-09", ScheduledAct.Open)]
    [InlineData("2025-10-20", ScheduledAct.Open)] // Late, but it can still be kept.
    [InlineData("2025-10-21", null)]
    public void DueAct_NotYetOpened_OpensWhileTheDueDateLiesAhead(string today, ScheduledAct? act) =>
        Assert.Equal(act, Schedule.DueAct(Period(), Day(today), handledOn: null));

    [Theory]
    [InlineData("2025-10-20", "2025-10-23", null)]
    [InlineData("2025-10-20", "2025-10-24", ScheduledAct.Close)]
    [InlineData("2025-10-20", "2025-12-24", ScheduledAct.Close)]
    [InlineData("2025-10-28", "2025-10-28", null)] // The due date was moved behind the planned day.
    [InlineData("2025-10-28", "2025-10-29", ScheduledAct.Close)]
    public void DueAct_Open_ClosesOnceTheDueDateIsOver(string due, string today, ScheduledAct? act)
    {
        var period = Period();
        period.Open(Day(due), DateTimeOffset.UnixEpoch);

        Assert.Equal(act, Schedule.DueAct(period, Day(today), handledOn: Day("2025-10-22")));
    }

    [Theory]
    [InlineData("2025-11-09", "2025-10-24", null)]
    [InlineData("2025-11-10", "2025-10-24", ScheduledAct.Lock)]
    [InlineData("2025-11-12", "2025-11-10", null)] // Closed by hand on the planned day: what people do stands.
    public void DueAct_Closed_LocksOnItsDay(string today, string handledOn, ScheduledAct? act)
    {
        var period = Period();
        period.Open(Day("2025-10-20"), DateTimeOffset.UnixEpoch);
        period.Close(DateTimeOffset.UnixEpoch);

        Assert.Equal(act, Schedule.DueAct(period, Day(today), Day(handledOn)));
    }

    [Fact]
    public void DueAct_ReopenedByHandAfterThePlannedDay_IsNotClosedAgain()
    {
        var period = Period();
        period.Open(Day("2025-11-05"), DateTimeOffset.UnixEpoch);

        Assert.Null(Schedule.DueAct(period, Day("2025-11-06"), handledOn: Day("2025-10-30")));
    }

    [Fact]
    public void DueAct_Locked_IsNothing()
    {
        var period = Period();
        period.Open(Day("2025-10-20"), DateTimeOffset.UnixEpoch);
        period.Lock(DateTimeOffset.UnixEpoch, "系统");

        Assert.Null(Schedule.DueAct(period, Day("2026-01-01"), handledOn: null));
    }

    /// <summary>However the days of looking lie, each act comes once and in order.</summary>
    [Fact]
    public void DueAct_LookedAtOnAnyDays_EachActOnceAndInOrder() => Properties.Check(
        Gen.ArrayOf(Gen.Choose(0, 60)), static offsets =>
        {
            var period = Period();
            var done = new List<ScheduledAct>();
            foreach (var today in offsets.Order().Select(offset => Day("2025-10-01").AddDays(offset)))
            {
                while (Schedule.DueAct(period, today, handledOn: null) is { } act)
                {
                    Do(period, act);
                    done.Add(act);
                }
            }

            Assert.Equal(done.Distinct().Order(), done);
        });

    private static void Do(ReportingPeriod period, ScheduledAct act)
    {
        switch (act)
        {
            case ScheduledAct.Open: period.Open(Schedule.DueOn!.Value, DateTimeOffset.UnixEpoch); break;
            case ScheduledAct.Close: period.Close(DateTimeOffset.UnixEpoch); break;
            default: period.Lock(DateTimeOffset.UnixEpoch, "系统"); break;
        }
    }

    private static Gen<(WorkCalendar Calendar, Quarter Quarter, ScheduleRule Rule)> Cases() =>
        from quarter in Gen.Choose(1, 4)
        from offs in Gen.ArrayOf(Gen.Choose(1, 80))
        from worked in Gen.ArrayOf(Gen.Choose(1, 80))
        from opens in Gen.Choose(1, 5)
        from due in Gen.Choose(0, 15)
        from closes in Gen.Choose(1, 10)
        from locks in Gen.Choose(0, 20)
        let key = new Quarter(2025, quarter)
        let days = worked.Except(offs).Distinct().Select(day => Arranged(key.LastDay.AddDays(day), DayKind.Working))
            .Concat(offs.Distinct().Select(day => Arranged(key.LastDay.AddDays(day), DayKind.Off)))
        select (new WorkCalendar([.. days]), key, new ScheduleRule(opens, opens + due, opens + due + closes, opens + due + closes + locks));

    private static WorkCalendar National() => new(
        [.. Enumerable.Range(1, 8).Select(day => Arranged(new(2025, 10, day), DayKind.Off)), Arranged(new(2025, 10, 11), DayKind.Working)]);

    private static CalendarDay Arranged(DateOnly day, DayKind kind) =>
        new() { Day = day, Version = 1, Kind = kind, Name = "假期", Document = "通知", Recorded = new Recording(DateTimeOffset.UnixEpoch, null, "系统") };

    private static ReportingPeriod Period() => ReportingPeriod.NotYetOpened(1, Third);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
