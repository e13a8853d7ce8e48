using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Periods;

/// <summary>定时办理: once however many portals run, late rather than never, and never over what is left open.</summary>
public sealed class PeriodScheduleServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Quarter Fourth = new(2025, 4);

    // Planned for Friday 16, Friday 23 and Monday 26 January 2026.
    private static readonly PeriodSchedule Planned = new(new(2026, 1, 12), new(2026, 1, 16), new(2026, 1, 23), new(2026, 1, 26));

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private ServiceProvider second = null!;
    private NaimanOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await postgres.CreateDatabaseAsync();
        services = PostgresFixture.ServicesFor(database, time);
        second = PostgresFixture.ServicesFor(database, time);
        office = new NaimanOffice(services);
        await office.StaffAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task CarryOut_FourPortalsAtOnce_OpenOnce_AuditedAsTheSystemsActWithItsSchedule()
    {
        await PlanAsync(Planned);
        At("2026-01-12T01:00:00Z");

        var done = await Task.WhenAll(new[] { services, second, services, second }.Select(CarryOutAsync));

        Assert.Equal(1, done.Sum());
        var period = await PeriodAsync();
        Assert.Equal((PeriodState.Open, Planned.DueOn), (period.State, period.DueOn));
        await using var db = await ContextAsync();
        var audit = await db.AuditEvents.SingleAsync(row => row.Subject == "period 2025Q4" && row.UserId == null);
        Assert.Equal("系统", audit.UserName);
        Assert.Equal("计划1月12日开放", AuditJson.Read<AuditedPeriod>(audit.After!).Scheduled);
        Assert.Equal(9, await db.Submissions.CountAsync(report => report.Quarter == Fourth));
        Assert.Equal("已按计划开放：2025年四季度", (await NoticesAsync())[0].Title);
    }

    [Theory]
    [InlineData("2026-01-11T10:00:00Z", 0)]
    [InlineData("2026-01-12T00:59:00Z", 0)] // 08:59
    [InlineData("2026-01-12T01:00:00Z", 1)]
    [InlineData("2026-01-15T01:00:00Z", 1)] // Nobody was there on the 12th.
    [InlineData("2026-01-17T01:00:00Z", 0)] // The due date is over.
    public async Task CarryOut_Opening_FromTheHourOn_AlsoLater(string at, int acts)
    {
        await PlanAsync(Planned);
        At(at);

        Assert.Equal(acts, await CarryOutAsync(services));
    }

    [Fact]
    public async Task CarryOut_OpeningMissedUntilAfterTheDueDate_TellsTheBureauOnce_AndLeavesItToPeople()
    {
        await PlanAsync(Planned);
        At("2026-01-17T02:00:00Z");

        Assert.Equal(0, (await Task.WhenAll(CarryOutAsync(services), CarryOutAsync(second), CarryOutAsync(services))).Sum());
        At("2026-01-19T02:00:00Z");
        Assert.Equal(0, await CarryOutAsync(services));

        var told = Assert.Single(await NoticesAsync());
        Assert.Equal("填报期没有按计划开放：2025年四季度", told.Title);
        Assert.StartsWith("计划1月12日开放、1月16日截止，", told.Text, StringComparison.Ordinal);
        await using var db = await ContextAsync();
        Assert.Equal(
            "计划的截止日期2026-01-16已过",
            AuditJson.Read<AuditedPeriod>((await db.AuditEvents.SingleAsync(row => row.Subject == "period 2025Q4" && row.UserId == null)).After!).HeldUpBy);
        await office.Get<PeriodService>().OpenAsync(office.Bureau, Fourth, new DateOnly(2026, 1, 20), CancellationToken.None);
        Assert.Equal(PeriodState.Open, (await PeriodAsync()).State);
    }

    [Fact]
    public async Task CarryOut_SomethingLeftOpen_TellsTheBureauOnceAWorkingDay_AndDoesItWhenAllIsThere()
    {
        await OpenAsync();
        At("2026-01-23T02:00:00Z");

        Assert.Equal(0, (await Task.WhenAll(CarryOutAsync(services), CarryOutAsync(second), CarryOutAsync(services))).Sum());
        At("2026-01-24T02:00:00Z"); // Saturday
        Assert.Equal(0, await CarryOutAsync(services));

        var told = Assert.Single(await NoticesAsync(), notice => notice.Title.StartsWith("定时关闭没有办理", StringComparison.Ordinal));
        Assert.StartsWith("计划1月23日关闭，但还有未填 189 项（", told.Text, StringComparison.Ordinal);
        Assert.Contains("奈曼旗", told.Text, StringComparison.Ordinal);
        await AllAsync(ValueStatus.CityReview);
        At("2026-01-25T02:00:00Z");
        Assert.Equal(1, await CarryOutAsync(services));
        Assert.Equal(PeriodState.Closed, (await PeriodAsync()).State);

        At("2026-01-26T02:00:00Z");
        Assert.Equal(0, await CarryOutAsync(services));
        Assert.Contains("待市级审核 189 项", (await NoticesAsync())[0].Text, StringComparison.Ordinal);
        await AllAsync(ValueStatus.Accepted);
        Assert.Equal(1, await CarryOutAsync(second));
        await using var db = await ContextAsync();
        Assert.Equal((1, "系统"), await db.Releases.Where(release => release.Quarter == Fourth).Select(release => new ValueTuple<int, string>(release.Number, release.Recorded.ByName)).SingleAsync());
    }

    [Fact]
    public async Task CarryOut_PortalWasDownOverBothDays_ClosesAndLocksOneAfterTheOther()
    {
        await OpenAsync();
        await AllAsync(ValueStatus.Accepted);
        At("2026-02-02T02:00:00Z");

        Assert.Equal(2, await CarryOutAsync(services));

        Assert.Equal(PeriodState.Locked, (await PeriodAsync()).State);
    }

    [Fact]
    public async Task CarryOut_ReopenedByHand_StaysOpen()
    {
        await OpenAsync();
        await AllAsync(ValueStatus.Accepted);
        At("2026-01-23T02:00:00Z");
        Assert.Equal(1, await CarryOutAsync(services));

        await office.Get<PeriodService>().OpenAsync(office.Bureau, Fourth, new DateOnly(2026, 1, 24), CancellationToken.None);
        At("2026-01-28T02:00:00Z");

        Assert.Equal(0, await CarryOutAsync(services));
    }

    [Fact]
    public async Task CarryOut_NothingPlanned_GoesByTheSettings_AndOnlyWhenTheySaySo()
    {
        // The first working day is Sunday 4, worked for New Year; nobody looked before Friday 9.
        Assert.Equal(0, await CarryOutAsync(services));

        services.GetRequiredService<IOptions<PeriodsOptions>>().Value.Automatic = true;
        Assert.Equal(1, await CarryOutAsync(services));

        var period = await PeriodAsync();
        Assert.Equal((PeriodState.Open, new DateOnly(2026, 1, 15)), (period.State, period.DueOn));
    }

    [Fact]
    public async Task CarryOut_PlannedWithoutDays_StaysWithPeopleWhateverTheSettingsSay()
    {
        await PlanAsync(new PeriodSchedule(null, null, null, null));
        services.GetRequiredService<IOptions<PeriodsOptions>>().Value.Automatic = true;
        At("2026-01-12T02:00:00Z");

        Assert.Equal(0, await CarryOutAsync(services));
    }

    [Theory]
    [InlineData("2025-12-31", "2026-01-16", null, null, "opens")]
    [InlineData("2026-01-08", "2026-01-16", null, null, "opens")] // Yesterday.
    [InlineData("2026-01-12", null, null, null, "due")]
    [InlineData("2026-01-12", "2026-01-10", null, null, "due")]
    [InlineData(null, "2026-01-16", "2026-01-16", null, "closes")]
    [InlineData(null, "2026-01-16", "2026-01-23", "2026-01-20", "locks")]
    public async Task Plan_DaysThatCannotBeKept_AreToldAtTheField(string? opens, string? due, string? closes, string? locks, string field)
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => PlanAsync(new PeriodSchedule(Day(opens), Day(due), Day(closes), Day(locks))));

        Assert.Equal(("schedule_invalid", field), (refused.Code, Assert.Single(refused.Errors).Field));
    }

    [Fact]
    public async Task Plan_WithoutAReason_OrNotTheBureau_IsRefused()
    {
        var none = await Assert.ThrowsAsync<RefusalException>(
            () => office.Get<PeriodService>().PlanAsync(office.Bureau, new SeenPeriod(Fourth, null, new AskedReason("")), Planned, CancellationToken.None));
        Assert.Equal("reason", Assert.Single(none.Errors).Field);

        var clerk = await Assert.ThrowsAsync<RefusalException>(
            () => office.Get<PeriodService>().PlanAsync(office.Clerk, new SeenPeriod(Fourth, null, new AskedReason("国庆假期顺延")), Planned, CancellationToken.None));
        Assert.Equal(RefusalKind.Forbidden, clerk.Kind);
    }

    private async Task OpenAsync()
    {
        await PlanAsync(Planned);
        At("2026-01-12T02:00:00Z");
        Assert.Equal(1, await CarryOutAsync(services));
    }

    private Task<ReportingPeriod> PlanAsync(PeriodSchedule schedule) => office.Get<PeriodService>().PlanAsync(
        office.Bureau, new SeenPeriod(Fourth, null, new AskedReason("按年度安排")), schedule, CancellationToken.None);

    private static Task<int> CarryOutAsync(ServiceProvider portal) =>
        portal.GetRequiredService<PeriodScheduleService>().CarryOutAsync(CancellationToken.None);

    private async Task AllAsync(ValueStatus status)
    {
        await using var db = await ContextAsync();
        await db.Database.ExecuteSqlAsync(
            $"UPDATE reported_values SET status = {status.ToString()} WHERE submission_id IN (SELECT id FROM submissions WHERE quarter = '2025Q4')");
    }

    private async Task<ReportingPeriod> PeriodAsync()
    {
        await using var db = await ContextAsync();
        return await db.Periods.AsNoTracking().SingleAsync(period => period.Quarter == Fourth);
    }

    private Task<IReadOnlyList<Notice>> NoticesAsync() => services.GetRequiredService<NoticeQueries>().ListAsync(office.Bureau, CancellationToken.None);

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private void At(string instant) => time.SetUtcNow(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
