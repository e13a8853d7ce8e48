using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Timeliness;

/// <summary>催报: the right people are told what is missing, by hand or by schedule, and never twice for the same.</summary>
public sealed class ReminderServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Kailu = "150523";
    private static readonly DateOnly Due = new(2025, 10, 15);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    private ReminderService Reminders => services.GetRequiredService<ReminderService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        office = new NaimanOffice(services);
        await office.StaffAsync();
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Remind_OneUnit_TellsItsClerkWhatIsMissing_AndIsAudited()
    {
        await office.SaveAsync(office.Clerk);

        var reminded = await RemindAsync(office.Bureau, NaimanOffice.Naiman, words: "省里在等。");

        Assert.Equal((1, "奈曼旗"), (reminded.People, Assert.Single(reminded.Units)));
        var notice = Assert.Single(await NoticesAsync(office.Clerk));
        Assert.Equal("催报：2025年三季度", notice.Title);
        Assert.Equal("请于10月15日前报齐2025年三季度数据。目前：未填 19 项（1、4、5、6、7、8、9、10等）；已填未上报 2 项（2、3）。省里在等。", notice.Text);
        Assert.Equal("/entry?period=2025Q3", notice.Address);
        Assert.Empty(await NoticesAsync(office.CountyReviewer));
        await using var db = await ContextAsync();
        var audit = await db.AuditEvents.SingleAsync(row => row.Kind == AuditKinds.Reminded);
        Assert.Contains("奈曼旗", audit.After, StringComparison.Ordinal);
        Assert.Equal(notice.Text, (await db.Reminders.SingleAsync()).Text);
    }

    [Fact]
    public async Task Remind_WaitingForTheCounty_TellsItsReviewerToo()
    {
        await office.SaveAsync(office.Clerk);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);

        Assert.Equal(2, (await RemindAsync(office.Bureau, NaimanOffice.Naiman)).People);

        Assert.Equal("/review/county?period=2025Q3", Assert.Single(await NoticesAsync(office.CountyReviewer)).Address);
    }

    [Fact]
    public async Task Remind_All_PassesOverUnitsThatNobodyActsFor_AndSaysSo()
    {
        var reminded = await RemindAsync(office.Bureau, unit: null);

        Assert.Equal(["奈曼旗"], reminded.Units);
        Assert.Equal(8, reminded.Unreached.Count);
    }

    [Fact]
    public async Task Remind_NobodyThere_OrNothingMissing_IsRefused()
    {
        var nobody = await Assert.ThrowsAsync<RefusalException>(() => RemindAsync(office.Bureau, Kailu));
        Assert.Contains("没有可以通知的账号", nobody.Message, StringComparison.Ordinal);

        var environment = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
        await office.SaveAsync(office.Clerk);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);
        Assert.Equal("数据已经报齐，无需催报。", (await Assert.ThrowsAsync<RefusalException>(() => RemindAsync(environment, NaimanOffice.Naiman))).Message);
    }

    [Fact]
    public async Task Remind_SameOperationTwice_TellsOnce()
    {
        var caller = office.Bureau with { OperationId = Guid.CreateVersion7() };
        await RemindAsync(caller, NaimanOffice.Naiman);
        await Assert.ThrowsAsync<RefusalException>(() => RemindAsync(caller, NaimanOffice.Naiman));

        Assert.Single(await NoticesAsync(office.Clerk));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2025-10-08")]
    public async Task Remind_NoDayAhead_IsToldAtTheField(string? until)
    {
        var day = until is null ? (DateOnly?)null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => Reminders.RemindAsync(
            office.Bureau, new Remind(NaimanOffice.Report.Quarter, null, day, null), CancellationToken.None));

        Assert.Equal("until", Assert.Single(refused.Errors).Field);
    }

    [Theory]
    [InlineData(UserRole.Clerk, NaimanOffice.Naiman)]
    [InlineData(UserRole.Leader, null)]
    public async Task Remind_NotAReviewerOfTheCity_IsForbidden(UserRole role, string? unit)
    {
        var caller = await TestPeople.AddAsync(services, role, unit);

        Assert.Equal(RefusalKind.Forbidden, (await Assert.ThrowsAsync<RefusalException>(() => RemindAsync(caller, null))).Kind);
    }

    // Due on Wednesday 15 October: Monday 13, Tuesday 14 and Wednesday itself. Sunday 12 is no working day.
    [Theory]
    [InlineData("2025-10-11T02:00:00Z", 0)]
    [InlineData("2025-10-12T02:00:00Z", 0)]
    [InlineData("2025-10-13T00:59:00Z", 0)] // 08:59
    [InlineData("2025-10-13T01:00:00Z", 1)]
    [InlineData("2025-10-15T10:00:00Z", 1)]
    [InlineData("2025-10-16T02:00:00Z", 0)]
    public async Task Schedule_LastThreeWorkingDays_FromTheHourOn(string at, int people)
    {
        SwitchOn();
        time.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(people, await Reminders.RemindOnScheduleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Schedule_FourPortalsAtOnce_TellOnceADay()
    {
        SwitchOn();
        time.SetUtcNow(new DateTimeOffset(2025, 10, 13, 2, 0, 0, TimeSpan.Zero));
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Reminders.RemindOnScheduleAsync(CancellationToken.None)));
        Assert.Equal(1, told.Sum());

        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await Reminders.RemindOnScheduleAsync(CancellationToken.None));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Reminders.RemindOnScheduleAsync(CancellationToken.None));
        Assert.Equal(2, (await NoticesAsync(office.Clerk)).Count);
    }

    [Fact]
    public async Task Schedule_NotSwitchedOn_TellsNobody()
    {
        time.SetUtcNow(new DateTimeOffset(2025, 10, 13, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(0, await Reminders.RemindOnScheduleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Notices_Read_UpToWhatWasSeen_AndOnlyOnesOwn()
    {
        await RemindAsync(office.Bureau, NaimanOffice.Naiman);
        var seen = Assert.Single(await NoticesAsync(office.Clerk));
        await RemindAsync(office.Bureau, NaimanOffice.Naiman);
        Assert.Equal(2, await UnreadAsync());

        await services.GetRequiredService<NoticeService>().MarkReadAsync(office.CountyReviewer, long.MaxValue, CancellationToken.None);
        await services.GetRequiredService<NoticeService>().MarkReadAsync(office.Clerk, seen.Id, CancellationToken.None);

        Assert.Equal(1, await UnreadAsync());
    }

    private async Task<int> UnreadAsync() =>
        (await services.GetRequiredService<WaitingQueries>().BellAsync(office.Clerk, UserRole.Clerk, CancellationToken.None)).Unread;

    private void SwitchOn() => services.GetRequiredService<IOptions<RemindersOptions>>().Value.Automatic = true;

    private Task<RemindedUnits> RemindAsync(Caller caller, string? unit, string? words = null) =>
        Reminders.RemindAsync(caller, new Remind(NaimanOffice.Report.Quarter, unit, Due, words), CancellationToken.None);

    private Task<IReadOnlyList<Notice>> NoticesAsync(Caller caller) => services.GetRequiredService<NoticeQueries>().ListAsync(caller, CancellationToken.None);

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
