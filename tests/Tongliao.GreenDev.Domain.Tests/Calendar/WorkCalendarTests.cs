using System.Globalization;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Tests.Calendar;

public sealed class WorkCalendarTests
{
    // 2025: 国庆节、中秋节 1 to 8 October; Sunday 28 September and Saturday 11 October are worked.
    private static readonly WorkCalendar Autumn = new(
    [
        .. Enumerable.Range(1, 8).Select(day => Arranged(new DateOnly(2025, 10, day), DayKind.Off)),
        Arranged(new DateOnly(2025, 9, 28), DayKind.Working),
        Arranged(new DateOnly(2025, 10, 11), DayKind.Working),
    ]);

    [Theory]
    [InlineData("2025-09-26", true)]
    [InlineData("2025-09-27", false)]
    [InlineData("2025-09-28", true)]
    [InlineData("2025-10-01", false)]
    [InlineData("2025-10-08", false)]
    [InlineData("2025-10-09", true)]
    [InlineData("2025-10-11", true)]
    [InlineData("2025-10-12", false)]
    public void IsWorking_WeekdaysHolidaysAndWorkedWeekends(string day, bool working) => Assert.Equal(working, Autumn.IsWorking(Day(day)));

    [Theory]
    [InlineData("2025-09-30", "2025-09-30")]
    [InlineData("2025-10-01", "2025-10-09")]
    [InlineData("2025-10-12", "2025-10-13")]
    public void OnOrAfter_DayOff_IsPutOffToTheNextWorkingDay(string day, string next) => Assert.Equal(Day(next), Autumn.OnOrAfter(Day(day)));

    [Theory]
    [InlineData("2025-09-30", 1, "2025-10-09")]
    [InlineData("2025-09-30", 3, "2025-10-11")]
    [InlineData("2025-09-26", 2, "2025-09-29")]
    [InlineData("2025-10-03", 1, "2025-10-09")]
    public void After_SoManyWorkingDays_AcrossTheHoliday(string day, int count, string last) => Assert.Equal(Day(last), Autumn.After(Day(day), count));

    [Fact]
    public void After_FewerThanOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Autumn.After(Day("2025-09-30"), 0));

    [Theory]
    [InlineData("2025-09-30", "2025-09-30", 0)]
    [InlineData("2025-09-30", "2025-10-08", 0)]
    [InlineData("2025-09-30", "2025-10-13", 4)]
    [InlineData("2025-10-13", "2025-09-30", -4)]
    public void Between_WorkingDaysThatFollow(string day, string until, int count) => Assert.Equal(count, Autumn.Between(Day(day), Day(until)));

    [Theory]
    [InlineData("2025-09-30 10:00", "2025-09-30 16:00", 6)]
    [InlineData("2025-09-30 18:00", "2025-10-09 06:00", 12)]
    [InlineData("2025-10-02 08:00", "2025-10-08 20:00", 0)]
    [InlineData("2025-10-10 00:00", "2025-10-13 12:00", 60)]
    [InlineData("2025-10-10 09:00", "2025-10-10 09:00", 0)]
    public void Elapsed_OnlyWorkingDaysCount(string from, string until, int hours) => Assert.Equal(
        TimeSpan.FromHours(hours),
        Autumn.Elapsed(DateTime.Parse(from, CultureInfo.InvariantCulture), DateTime.Parse(until, CultureInfo.InvariantCulture)));

    [Fact]
    public void Between_AndAfter_AgreeForEveryDayOfTheYear()
    {
        for (var day = new DateOnly(2025, 1, 1); day.Year == 2025; day = day.AddDays(1))
        {
            for (var count = 1; count <= 12; count++)
            {
                var last = Autumn.After(day, count);
                Assert.True(Autumn.IsWorking(last));
                Assert.Equal(count, Autumn.Between(day, last));
                Assert.Equal(count - 1, Autumn.Between(day, last.AddDays(-1)));
            }
        }
    }

    [Fact]
    public void On_LaterVersion_TakesThePlaceOfTheEarlier()
    {
        var day = new DateOnly(2025, 10, 8);
        var calendar = new WorkCalendar([Arranged(day, DayKind.Off), Arranged(day, DayKind.Working, version: 3), Arranged(day, DayKind.ByWeekday, version: 2)]);

        Assert.Equal(DayKind.Working, calendar.On(day)!.Kind);
        Assert.Equal(3, calendar.Version);
        Assert.Null(new WorkCalendar([Arranged(day, DayKind.Off), Arranged(day, DayKind.ByWeekday, version: 2)]).On(day));
        Assert.True(calendar.Knows(2025));
        Assert.False(calendar.Knows(2026));
    }

    private static CalendarDay Arranged(DateOnly day, DayKind kind, int version = 1) =>
        new() { Day = day, Version = version, Kind = kind, Name = "国庆节", Document = "通知", Recorded = Recording.OnTrial };

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
