using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rectifications;

/// <summary>整改事项: a red value opens one, a later green one closes it, and nobody else does.</summary>
public sealed class RectificationTests(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>城镇污水处理率, of the bureau's: ≥95 % in 2025.</summary>
    private const int Treated = 10;

    private static readonly Quarter Third = NaimanOffice.Report.Quarter;
    private static readonly Quarter Fourth = Third.Next;
    private static readonly DateOnly Due = new(2025, 11, 28);

    // A Thursday.
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    private RectificationService Service => services.GetRequiredService<RectificationService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        office = new NaimanOffice(services);
        await office.StaffAsync();
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task List_RedValue_IsOpenOnceApproved_NotBefore()
    {
        await SubmitAsync(Third, 60);
        Assert.Empty(await LinesAsync(office.Clerk));

        await ApproveAsync(Third);

        var line = Assert.Single(await LinesAsync(office.Clerk));
        Assert.Equal((NaimanOffice.Naiman, Treated, RectificationState.Unarranged), (line.Unit.Code, line.Indicator.Number, line.State));
        Assert.Equal((RagStatus.Red, Third, time.GetUtcNow()), (line.Latest.State, line.Rectification.Opened.Quarter, line.Rectification.Opened.At));

        // Within three working days, the one on which 国庆节 is made up for among them.
        Assert.Equal(new DateOnly(2025, 10, 13), line.DueOn);
    }

    [Fact]
    public async Task List_LaterGreenApproved_IsClosedByItself_AmberIsNot()
    {
        await ApprovedAsync(Third, 60);
        await OpenFourthAsync();
        await SubmitAsync(Fourth, 97);
        Assert.True(Assert.Single(await LinesAsync(office.Clerk)).Rectification.IsOpen);

        await ApproveAsync(Fourth);

        var line = Assert.Single(await LinesAsync(office.Clerk));
        Assert.Equal((RectificationState.Closed, Fourth), (line.State, line.Rectification.Closed!.Value.Quarter));
        await RefusedAsync(RefusalCodes.WrongState, office.Clerk, "完成3个小区管网改造", "旗住建局 张某", Due);
    }

    [Fact]
    public async Task List_RedValueCorrectedToGreen_HasNoneAnyMore()
    {
        await ApprovedAsync(Third, 60);

        await CorrectAsync(Third, 97);

        Assert.Empty(await LinesAsync(office.Clerk));
    }

    [Fact]
    public async Task List_CorrectedToAnotherRed_GoesOnFromWhenTheCountyWasTold()
    {
        await ApprovedAsync(Third, 60);
        var due = Assert.Single(await LinesAsync(office.Clerk)).DueOn;
        await AnnounceAsync();
        time.Advance(TimeSpan.FromDays(8));

        await CorrectAsync(Third, 61);

        var line = Assert.Single(await LinesAsync(office.Clerk));
        Assert.Equal((RectificationState.Overdue, due), (line.State, line.DueOn));
        Assert.Equal(0, await AnnounceAsync());
    }

    [Fact]
    public async Task List_OpeningQuarterCorrectedToGreen_WhatWasArrangedAndTheBureausDayGoOnWithTheNextRed()
    {
        await ApprovedAsync(Third, 60);
        await AnnounceAsync();
        await ArrangeAsync(office.Bureau, "完成3个小区管网改造", "旗住建局 张某", new DateOnly(2026, 3, 31), version: 0);
        await OpenFourthAsync();
        await ApprovedAsync(Fourth, 70);
        time.Advance(TimeSpan.FromDays(1));

        await CorrectAsync(Third, 97);

        var line = Assert.Single(await LinesAsync(office.Clerk));
        Assert.Equal((Fourth, new DateOnly(2026, 3, 31)), (line.Rectification.Opened.Quarter, line.DueOn));
        Assert.Equal(0, await AnnounceAsync());
        var moved = new ArrangeRectification(line.Key, "完成5个小区管网改造", "旗住建局 张某", new DateOnly(2026, 4, 30), 1);
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => Service.ArrangeAsync(office.Clerk, moved, CancellationToken.None));
        Assert.Equal("dueOn", Assert.Single(refusal.Errors).Field);
        Assert.Equal(2, (await Service.ArrangeAsync(office.Bureau, moved, CancellationToken.None)).Version);
    }

    [Fact]
    public async Task Arrange_AfterACorrectionMadeTwoOfThemOne_GoesOnWithTheNextVersion()
    {
        var (second, fourth) = (Third.Previous, Fourth);
        await services.GetRequiredService<PeriodService>().OpenAsync(office.Bureau, second, new DateOnly(2025, 10, 20), CancellationToken.None);
        await ApprovedAsync(second, 60);
        await Service.ArrangeAsync(office.Clerk, Arrangement(second, version: 0), CancellationToken.None);
        await Service.ArrangeAsync(office.Clerk, Arrangement(second, version: 1), CancellationToken.None);
        await ApprovedAsync(Third, 97);
        await OpenFourthAsync();
        await ApprovedAsync(fourth, 60);
        await Service.ArrangeAsync(office.Clerk, Arrangement(fourth, version: 0), CancellationToken.None);

        await CorrectAsync(Third, 61);

        var line = Assert.Single(await LinesAsync(office.Clerk));
        Assert.Equal((second, 3), (line.Rectification.Opened.Quarter, line.Arrangements.Count));
        Assert.Equal(3, (await Service.ArrangeAsync(office.Clerk, Arrangement(second, line.Arranged!.Version), CancellationToken.None)).Version);
    }

    [Fact]
    public async Task Arrange_ByTheClerk_IsKeptWithHistoryAndAudit()
    {
        await ApprovedAsync(Third, 60);

        await ArrangeAsync(office.Clerk, "完成3个小区管网改造", "旗住建局 张某", Due, version: 0);
        time.Advance(TimeSpan.FromHours(1));
        await ArrangeAsync(office.CountyReviewer, "完成5个小区管网改造", "旗住建局 李某", Due.AddDays(3), version: 1);

        var line = Assert.Single(await LinesAsync(office.Bureau));
        Assert.Equal((RectificationState.UnderWay, Due.AddDays(3)), (line.State, line.DueOn));
        Assert.Equal(["旗住建局 李某", "旗住建局 张某"], line.Arrangements.Select(arranged => arranged.Owner));
        await using var db = await ContextAsync();
        var audit = await db.AuditEvents.Where(row => row.Kind == AuditKinds.RectificationArranged).OrderBy(row => row.Id).LastAsync();
        Assert.Contains("3个小区", audit.Before, StringComparison.Ordinal);
        Assert.Contains("5个小区", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arrange_OnAnotherThanWasSeen_IsRefusedWithWhatStandsThere()
    {
        await ApprovedAsync(Third, 60);
        await ArrangeAsync(office.CountyReviewer, "完成3个小区管网改造", "旗住建局 张某", Due, version: 0);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ArrangeAsync(office.Clerk, "完成9个小区管网改造", "旗住建局", Due, version: 0));

        Assert.Equal(RefusalCodes.StaleVersion, refusal.Code);
        Assert.Single(Assert.Single(await LinesAsync(office.Clerk)).Arrangements);
    }

    [Fact]
    public async Task Arrange_DayThatTheBureauHasSet_IsItsToMove()
    {
        await ApprovedAsync(Third, 60);
        await ArrangeAsync(office.Bureau, "完成3个小区管网改造", "旗住建局 张某", Due, version: null);

        await RefusedAsync(RefusalCodes.RectificationInvalid, office.Clerk, "完成3个小区管网改造", "旗住建局 张某", Due.AddDays(1));
        await ArrangeAsync(office.Clerk, "完成5个小区管网改造", "旗住建局 张某", Due, version: null);
        await RefusedAsync(RefusalCodes.RectificationInvalid, office.Clerk, "完成3个小区管网改造", "旗住建局 张某", Due.AddDays(1));
        await ArrangeAsync(office.Bureau, "完成5个小区管网改造", "旗住建局 张某", Due.AddDays(1), version: null);

        Assert.Equal(Due.AddDays(1), Assert.Single(await LinesAsync(office.Clerk)).DueOn);
    }

    [Theory]
    [InlineData("，。", "旗住建局 张某", 1, "measures")]
    [InlineData(null, "旗住建局 张某", 1, "measures")]
    [InlineData("完成3个小区管网改造", " ", 1, "owner")]
    [InlineData("完成3个小区管网改造", "旗住建局\n张某", 1, "owner")]
    [InlineData("完成3个小区管网改造", "旗住建局 张某", -1, "dueOn")]
    [InlineData("完成3个小区管网改造", "旗住建局 张某", null, "dueOn")]
    public async Task Arrange_SomethingMissingOrWrong_IsRefusedByItsField(string? measures, string owner, int? days, string field)
    {
        await ApprovedAsync(Third, 60);

        var refusal = await RefusedAsync(
            RefusalCodes.RectificationInvalid, office.Clerk, measures, owner, days is { } ahead ? new DateOnly(2025, 10, 9).AddDays(ahead) : null);

        Assert.Equal(field, Assert.Single(refusal.Errors).Field);
    }

    [Fact]
    public async Task Arrange_ByWhoHasNothingToSayThere_IsForbidden()
    {
        await ApprovedAsync(Third, 60);
        var neighbour = await TestPeople.AddAsync(services, UserRole.Clerk, "150523");
        var leader = await TestPeople.AddAsync(services, UserRole.Leader);
        var department = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shuiwu");

        await RefusedAsync(RefusalCodes.NotFound, neighbour, "完成3个小区管网改造", "旗住建局 张某", Due);
        foreach (var person in new[] { leader, department })
        {
            await RefusedAsync(RefusalCodes.Forbidden, person, "完成3个小区管网改造", "旗住建局 张某", Due);
        }

        Assert.Empty(await LinesAsync(neighbour));
        Assert.Single(await LinesAsync(leader));
    }

    [Fact]
    public async Task Announce_TellsTheCountysPeopleOnce_AlsoByTwoPortalsAtOnce()
    {
        await ApprovedAsync(Third, 60);
        var announcer = services.GetRequiredService<RectificationAnnouncer>();

        var told = await Task.WhenAll(announcer.AnnounceAsync(CancellationToken.None), announcer.AnnounceAsync(CancellationToken.None));
        var again = await announcer.AnnounceAsync(CancellationToken.None);

        Assert.Equal((1, 0), (told.Sum(), again));
        foreach (var person in new[] { office.Clerk, office.CountyReviewer })
        {
            var notice = Assert.Single(await services.GetRequiredService<NoticeQueries>().ListAsync(person, CancellationToken.None), notice => notice.Address == "/rectifications");
            Assert.Equal("新的整改事项", notice.Title);
            Assert.StartsWith("第10项审核通过的数据为滞后", notice.Text, StringComparison.Ordinal);
        }

        Assert.Empty(await services.GetRequiredService<NoticeQueries>().ListAsync(office.Bureau, CancellationToken.None));
        await using var db = await ContextAsync();
        Assert.Equal("系统", (await db.AuditEvents.SingleAsync(row => row.Kind == AuditKinds.RectificationOpened)).UserName);
    }

    private static ArrangeRectification Arrangement(Quarter opened, int version) => new(
        new ReportKey(NaimanOffice.Naiman, opened).Of(Treated), "完成3个小区管网改造", "旗住建局 张某", new DateOnly(2026, 6, 30), version);

    private static ReportedInputs Inputs(decimal numerator) => new() { Numerator = numerator, Denominator = 100 };

    private async Task<IReadOnlyList<RectificationLine>> LinesAsync(Caller reader) =>
        (await services.GetRequiredService<RectificationQueries>().ListAsync(reader, CancellationToken.None)).Lines;

    private Task<RectificationArrangement> ArrangeAsync(Caller person, string? measures, string? owner, DateOnly? due, int? version) =>
        Service.ArrangeAsync(person, new ArrangeRectification(NaimanOffice.Report.Of(Treated), measures, owner, due, version), CancellationToken.None);

    private async Task<RefusalException> RefusedAsync(string code, Caller person, string? measures, string? owner, DateOnly? due)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ArrangeAsync(person, measures, owner, due, version: null));
        Assert.Equal(code, refusal.Code);
        return refusal;
    }

    private Task<int> AnnounceAsync() => services.GetRequiredService<RectificationAnnouncer>().AnnounceAsync(CancellationToken.None);

    private async Task CorrectAsync(Quarter quarter, decimal numerator)
    {
        var corrections = services.GetRequiredService<CorrectionService>();
        var colleague = await TestPeople.AddAsync(services, UserRole.Bureau);
        var report = new ReportKey(NaimanOffice.Naiman, quarter);
        var version = (await services.GetRequiredService<ReportQueries>().ReportAsync(office.Clerk, report, CancellationToken.None)).Entries
            .Single(entry => entry.Indicator.Number == Treated).Version;
        var id = await corrections.RequestAsync(
            office.Clerk,
            new RequestCorrection(report.Of(Treated), Inputs(numerator), "误填了上年数据，已核对。", "已核对台账。", version),
            CancellationToken.None);
        await corrections.DecideAsync(colleague, new DecideCorrection(id, true, "已与台账核对。"), CancellationToken.None);
    }

    private async Task OpenFourthAsync()
    {
        time.SetUtcNow(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero));
        await services.GetRequiredService<PeriodService>().OpenAsync(office.Bureau, Fourth, new DateOnly(2026, 1, 20), CancellationToken.None);
    }

    private async Task ApprovedAsync(Quarter quarter, decimal numerator)
    {
        await SubmitAsync(quarter, numerator);
        await ApproveAsync(quarter);
    }

    private async Task SubmitAsync(Quarter quarter, decimal numerator)
    {
        await services.GetRequiredService<DraftService>().SaveAsync(
            office.Clerk,
            new SaveValue(new ReportKey(NaimanOffice.Naiman, quarter).Of(Treated), new Statement { Inputs = Inputs(numerator), Note = "数据属实，已核对台账。" }, 0, Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);
        await StepAsync(office.Clerk, quarter, ReviewStep.Submit);
    }

    private async Task ApproveAsync(Quarter quarter)
    {
        await StepAsync(office.CountyReviewer, quarter, ReviewStep.Approve);
        await StepAsync(office.Bureau, quarter, ReviewStep.Approve);
    }

    private async Task StepAsync(Caller person, Quarter quarter, ReviewStep step)
    {
        var report = new ReportKey(NaimanOffice.Naiman, quarter);
        var entries = (await services.GetRequiredService<ReportQueries>().ReportAsync(office.Clerk, report, CancellationToken.None)).Entries;
        await services.GetRequiredService<ReviewService>().ApplyAsync(
            person,
            new ApplyStep(report, step, [Treated], null, entries.ToDictionary(entry => entry.Indicator.Number, entry => entry.Version), Guid.CreateVersion7()),
            CancellationToken.None);
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
