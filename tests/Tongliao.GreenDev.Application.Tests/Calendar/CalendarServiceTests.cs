using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Calendar;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Calendar;

/// <summary>The holidays of a notice: entered by the bureau, never lost, known everywhere at once.</summary>
public sealed class CalendarServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateOnly First = new(2027, 10, 1);

    private ServiceProvider services = null!;
    private Caller bureau = null!;

    private CalendarService Service => services.GetRequiredService<CalendarService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Theory]
    [InlineData(2024, 8, 11)]
    [InlineData(2025, 5, 13)]
    [InlineData(2026, 6, 13)]
    public async Task Delivered_EveryYearOfTheNotices_HasTheStatutoryDaysOff(int year, int workedWeekendDays, int statutoryDays)
    {
        var calendar = await ReadAsync();

        Assert.True(calendar.Knows(year));
        Assert.Equal(workedWeekendDays, calendar.Arranged.Count(day => day.Day.Year == year && day.Kind == DayKind.Working));

        // 全国年节及纪念日放假办法: 11 days a year, 13 from 2025 on. A worked weekend day is given back as a day off.
        var weekdaysOff = calendar.Arranged.Count(day => day.Day.Year == year && day.Kind == DayKind.Off && day.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        Assert.Equal(statutoryDays, weekdaysOff - workedWeekendDays);
        Assert.All(calendar.Arranged.Where(day => day.Kind == DayKind.Working), day => Assert.True(day.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Fact]
    public async Task Arrange_AHoliday_IsKnownAtOnce_AndAudited()
    {
        var before = await ReadAsync();
        Assert.False(before.Knows(2027));

        Assert.Equal(7, await Service.ArrangeAsync(bureau, Holiday(before.Version), CancellationToken.None));

        var after = await ReadAsync();
        Assert.Equal(before.Version + 7, after.Version);
        Assert.Equal(First.AddDays(7), after.OnOrAfter(First));
        await using var db = await ContextAsync();
        var audit = await db.AuditEvents.SingleAsync(row => row.Kind == AuditKinds.CalendarChanged);
        Assert.Equal("calendar", audit.Subject);
        Assert.Contains("国庆节", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrange_TheSameDaysAgain_LaterHolds_EarlierStaysInTheHistory()
    {
        await Service.ArrangeAsync(bureau, Holiday(version: null), CancellationToken.None);
        await Service.ArrangeAsync(
            bureau, new ArrangeDays(First.AddDays(6), null, DayKind.ByWeekday, null, "更正通知", null), CancellationToken.None);

        Assert.Null((await ReadAsync()).On(First.AddDays(6)));
        await using var db = await ContextAsync();
        Assert.Equal([1, 2], await db.CalendarDays.Where(day => day.Day == First.AddDays(6)).OrderBy(day => day.Version).Select(day => day.Version).ToListAsync());
    }

    [Fact]
    public async Task Arrange_OnAnOldCalendar_IsRefusedWithTheCurrentOne()
    {
        var read = (await ReadAsync()).Version;
        await Service.ArrangeAsync(bureau, Holiday(read), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => Service.ArrangeAsync(bureau, Holiday(read), CancellationToken.None));

        Assert.Equal(RefusalKind.Conflict, refused.Kind);
        Assert.Equal(read + 7, Assert.IsType<CurrentCalendar>(refused.Current).Version);
    }

    public static TheoryData<ArrangeDays, string> Faults => new()
    {
        { new(null, null, DayKind.Off, "国庆节", "通知", null), "from" },
        { new(First, First.AddDays(-1), DayKind.Off, "国庆节", "通知", null), "to" },
        { new(First, First.AddDays(31), DayKind.Off, "国庆节", "通知", null), "to" },
        { new(First, null, null, "国庆节", "通知", null), "kind" },
        { new(First, null, DayKind.Off, " ", "通知", null), "name" },
        { new(First, null, DayKind.Working, "国庆节", "", null), "document" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Arrange_SomethingMissingOrWrong_IsToldAtTheField(ArrangeDays command, string field)
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => Service.ArrangeAsync(bureau, command, CancellationToken.None));

        Assert.Equal([field], refused.Errors.Select(fault => fault.Field));
        Assert.False((await ReadAsync()).Knows(2027));
    }

    [Fact]
    public async Task Arrange_NotTheBureau_IsRefused()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => Service.ArrangeAsync(clerk, Holiday(version: null), CancellationToken.None));

        Assert.Equal(RefusalKind.Forbidden, refused.Kind);
    }

    [Fact]
    public async Task BringUpToDate_AfterADayWasChanged_LeavesIt()
    {
        var day = new DateOnly(2026, 10, 10);
        await Service.ArrangeAsync(bureau, new ArrangeDays(day, null, DayKind.ByWeekday, null, "更正通知", null), CancellationToken.None);

        Assert.Equal(0, await services.GetRequiredService<CalendarStore>().BringUpToDateAsync(CancellationToken.None));
        Assert.False((await ReadAsync()).IsWorking(day));
    }

    private static ArrangeDays Holiday(int? version) => new(First, First.AddDays(6), DayKind.Off, "国庆节", "国务院办公厅关于2027年部分节假日安排的通知", version);

    private async Task<WorkCalendar> ReadAsync() => (await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None)).Calendar;

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
