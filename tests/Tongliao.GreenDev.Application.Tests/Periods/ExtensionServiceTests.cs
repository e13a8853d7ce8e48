using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Periods;

/// <summary>延期: one unit goes on until its day, the others do not; what is on time, reminders and desks go by it.</summary>
public sealed class ExtensionServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Kailu = "150523";
    private static readonly Quarter Third = NaimanOffice.Report.Quarter;
    private static readonly int[] All = [.. Enumerable.Range(1, 21)];
    private static readonly DateOnly Until = new(2025, 10, 22);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        office = new NaimanOffice(services);
        await office.StaffAsync();
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Grant_PeriodClosed_UnitEntersAndSubmitsUntilItsEnd_OthersDoNot()
    {
        var kailu = await TestPeople.AddAsync(services, UserRole.Clerk, Kailu);
        await GrantAsync(Until);
        await office.Get<PeriodService>().CloseAsync(office.Bureau, Third, CancellationToken.None);
        At("2025-10-22T15:00:00Z"); // 23:00 of the last day

        await office.SaveAsync(office.Clerk);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "请核对分母。");
        Assert.Equal("period_closed", (await Assert.ThrowsAsync<RefusalException>(() => SaveAsync(kailu, Kailu))).Code);
        Assert.True((await office.Get<ReportQueries>().ReportAsync(office.Clerk, NaimanOffice.Report, CancellationToken.None)).Period.AcceptsEntry);

        At("2025-10-22T16:00:00Z"); // midnight
        Assert.Equal("period_closed", (await Assert.ThrowsAsync<RefusalException>(() => office.SaveAsync(office.Clerk, 61))).Code);
        Assert.Equal(RefusalCodes.PeriodClosed, (await Assert.ThrowsAsync<RefusalException>(() => office.ApplyAsync(office.Clerk, ReviewStep.Submit))).Code);
    }

    [Fact]
    public async Task Grant_PeriodClosed_DeskBellAndRemindersKnow()
    {
        await GrantAsync(Until);
        await office.SaveAsync(office.Clerk);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "请核对分母。");
        await office.Get<PeriodService>().CloseAsync(office.Bureau, Third, CancellationToken.None);

        var desk = await office.Get<WorkbenchQueries>().ReadAsync(office.Clerk, CancellationToken.None);
        Assert.Equal((Third, true, Until), (desk.Period!.Quarter, desk.Period.AcceptsEntry, desk.Period.DueOn));
        Assert.Single((await office.Get<WaitingQueries>().BellAsync(office.Clerk, UserRole.Clerk, CancellationToken.None)).Waiting);
        var reminded = await office.Get<ReminderService>().RemindAsync(office.Bureau, new Remind(Third, null, Until, null), CancellationToken.None);
        Assert.Equal((1, 0), (reminded.People, reminded.Unreached.Count));

        At("2025-10-23T02:00:00Z");
        Assert.Empty((await office.Get<WaitingQueries>().BellAsync(office.Clerk, UserRole.Clerk, CancellationToken.None)).Waiting);
        await Assert.ThrowsAsync<RefusalException>(
            () => office.Get<ReminderService>().RemindAsync(office.Bureau, new Remind(Third, null, new DateOnly(2025, 10, 24), null), CancellationToken.None));
    }

    // Due on Wednesday 15; the unit's own last working days are Monday 20 to Wednesday 22.
    [Theory]
    [InlineData("2025-10-14T02:00:00Z", 0)]
    [InlineData("2025-10-20T02:00:00Z", 1)]
    public async Task Grant_RemindersBySchedule_GoByTheUnitsOwnDay(string at, int people)
    {
        office.Get<IOptions<RemindersOptions>>().Value.Automatic = true;
        await GrantAsync(Until);
        At(at);

        Assert.Equal(people, await office.Get<ReminderService>().RemindOnScheduleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Grant_SubmittedAfterTheOthersDay_IsOnTime_WithdrawnItIsNot()
    {
        await office.FillAllAsync();
        await GrantAsync(Until);
        At("2025-10-20T02:00:00Z");
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, null, All);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve, null, All);

        var extended = await NaimanAsync();
        Assert.Equal((Punctuality.CompleteInTime, "10月20日上报（延期至10月22日）"), (extended.Punctuality, extended.PunctualityDetail));
        Assert.Equal(21, (await ProgressAsync()).OnTime);

        await WithdrawAsync();
        var withdrawn = await NaimanAsync();
        Assert.Equal((Punctuality.CompleteLate, "10月20日上报，晚5天"), (withdrawn.Punctuality, withdrawn.PunctualityDetail));
        await using var db = await ContextAsync();
        Assert.Equal([Until, null], await db.Extensions.OrderBy(extension => extension.Version).Select(extension => extension.Until).ToListAsync());
    }

    [Fact]
    public async Task Grant_ScheduleClosesOverTheExtendedUnitAlone()
    {
        await GrantAsync(Until);
        await office.Get<PeriodService>().PlanAsync(
            office.Bureau,
            new SeenPeriod(Third, null, new AskedReason("按年度安排")),
            new PeriodSchedule(null, null, new(2025, 10, 20), null),
            CancellationToken.None);
        await using (var db = await ContextAsync())
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE reported_values SET status = 'CityReview' WHERE submission_id IN (SELECT s.id FROM submissions s JOIN reporting_units u ON u.id = s.unit_id WHERE u.code <> {NaimanOffice.Naiman})");
        }

        At("2025-10-20T02:00:00Z");

        Assert.Equal(1, await office.Get<PeriodScheduleService>().CarryOutAsync(CancellationToken.None));
        await office.SaveAsync(office.Clerk);
    }

    [Fact]
    public async Task Grant_UnitsPeople_AreTold()
    {
        await GrantAsync(Until);

        var notice = Assert.Single(await office.Get<NoticeQueries>().ListAsync(office.CountyReviewer, CancellationToken.None));
        Assert.Equal("延期：2025年三季度", notice.Title);
        Assert.Equal("经市住建局 李四海批准，奈曼旗2025年三季度数据可填报到10月22日，当天报齐仍算按时。原因：汛期抢险，统计人员抽调", notice.Text);
    }

    [Theory]
    [InlineData("2025-10-15", "市住建局 李四海", null, "until")] // The others' day.
    [InlineData("2025-10-22", "", null, "grantor")]
    [InlineData("2025-10-22", "市住建局 李四海", "通住建\n8号", "document")]
    public async Task Grant_Wrong_IsToldAtTheField(string until, string grantor, string? document, string field)
    {
        var day = DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => SetAsync(office.Bureau, day, "汛期抢险，统计人员抽调", grantor, document));

        Assert.Equal(("extension_invalid", field), (refused.Code, Assert.Single(refused.Errors).Field));
    }

    [Fact]
    public async Task Set_NotTheBureau_NothingToWithdraw_Unopened_OrSeenBefore_IsRefused()
    {
        Assert.Equal(RefusalKind.Forbidden, (await Assert.ThrowsAsync<RefusalException>(() => SetAsync(office.Clerk, Until))).Kind);
        Assert.Equal("wrong_state", (await Assert.ThrowsAsync<RefusalException>(WithdrawAsync)).Code);
        Assert.Equal("period_closed", (await Assert.ThrowsAsync<RefusalException>(() => Extensions.SetAsync(
            office.Bureau, new GrantExtension(Third.Next, NaimanOffice.Naiman, new(2026, 2, 1), "汛期抢险，统计人员抽调", "李四海", null), CancellationToken.None))).Code);

        await GrantAsync(Until);
        var told = await Assert.ThrowsAsync<RefusalException>(() => SetAsync(office.Bureau, Until.AddDays(2), version: 0));
        Assert.Equal(new DateOnly?(Until), Assert.IsType<CurrentExtension>(told.Current).Until);
    }

    private ExtensionService Extensions => office.Get<ExtensionService>();

    private Task<Extension> GrantAsync(DateOnly until) => SetAsync(office.Bureau, until);

    private Task<Extension> WithdrawAsync() => SetAsync(office.Bureau, null, "人手已经补齐，不再需要");

    private Task<Extension> SetAsync(
        Caller caller, DateOnly? until, string reason = "汛期抢险，统计人员抽调", string grantor = "市住建局 李四海", string? document = null, int? version = null) =>
        Extensions.SetAsync(caller, new GrantExtension(Third, NaimanOffice.Naiman, until, reason, grantor, document, version), CancellationToken.None);

    private Task<SavedValue> SaveAsync(Caller clerk, string unit) => office.Get<DraftService>().SaveAsync(
        clerk,
        new SaveValue(
            new ValueKey(unit, Third, NaimanOffice.Led), new Statement { Inputs = new ReportedInputs { Numerator = 60, Denominator = 200 } }, 0, Guid.CreateVersion7()),
        CancellationToken.None);

    private Task<PeriodProgress> ProgressAsync() => office.Get<ReviewQueries>().ProgressAsync(office.Bureau, Third, CancellationToken.None);

    private async Task<UnitProgress> NaimanAsync() => (await ProgressAsync()).Units.Single(unit => unit.Unit.Code == NaimanOffice.Naiman);

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private void At(string instant) => time.SetUtcNow(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
}
