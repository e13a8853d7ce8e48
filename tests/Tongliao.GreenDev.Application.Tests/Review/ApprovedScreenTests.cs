using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Review;

/// <summary>全部通过: approved is what stood on the screen, at the versions that stood there, and of the rest it is told why not.</summary>
public sealed class ApprovedScreenTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly int[] Shown = [2, 9, 10, 13];

    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.FillAllAsync();
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, reason: null, Shown);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Approve_SomeMovedOnMeanwhile_TakesTheOthersAndTellsWhyNot()
    {
        var screen = await ScreenAsync(office.CountyReviewer);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致", 9);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致", 10);
        await office.SaveAsync(office.Clerk, numerator: 61, indicator: 10);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, "已改正数据", 10);

        var results = await ApplyAsync(office.CountyReviewer, screen);

        Assert.Equal(
            [
                (2, ValueStatus.CityReview, null),
                (9, ValueStatus.Returned, "在您查看后又有变化，现为“已退回”"),
                (10, ValueStatus.CountyReview, "在您查看后又有变化，现为“待县级审核”"),
                (13, ValueStatus.CityReview, (string?)null),
            ],
            results.Select(result => (result.IndicatorNumber, result.Status, result.PassedOver)));
        Assert.Equal(ValueStatus.CountyReview, (await office.EntryAsync(10)).Status);
    }

    [Fact]
    public async Task Approve_SentAgain_ApprovesNothingThatCameLater()
    {
        var screen = await ScreenAsync(office.CountyReviewer);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致", 9);
        await ApplyAsync(office.CountyReviewer, screen);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, "已与台账核对，数据属实", 9);

        var again = await ApplyAsync(office.CountyReviewer, screen);

        Assert.Equal([9], again.Where(result => result.PassedOver is not null).Select(result => result.IndicatorNumber));
        Assert.Equal(ValueStatus.CountyReview, (await office.EntryAsync(9)).Status);
    }

    [Fact]
    public async Task Approve_OwnValueAmongThem_PassesItOver()
    {
        var mover = await TestPeople.AddAsync(services, UserRole.Clerk, NaimanOffice.Naiman);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致", 13);
        await office.ApplyAsync(mover, ReviewStep.Submit, "已与台账核对，数据属实", 13);
        await office.MoveAsync(mover, UserRole.CountyReviewer);

        var results = await ApplyAsync(mover, await ScreenAsync(mover));

        Assert.Equal("是您填报、上报或佐证过的，请由其他审核人审核", Assert.Single(results, result => result.PassedOver is not null).PassedOver);
        Assert.Equal(ValueStatus.CountyReview, (await office.EntryAsync(13)).Status);
        Assert.Equal(ValueStatus.CityReview, (await office.EntryAsync(2)).Status);
    }

    [Fact]
    public async Task Approve_AllMovedOn_ChangesNothing()
    {
        var screen = await ScreenAsync(office.CountyReviewer);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "分母与台账不一致", Shown);

        var results = await ApplyAsync(office.CountyReviewer, screen);

        Assert.All(results, result => Assert.NotNull(result.PassedOver));
        Assert.All(results, result => Assert.Equal(ValueStatus.Returned, result.Status));
    }

    [Fact]
    public async Task Approve_VersionOfOneNotRead_IsRefusedWhole()
    {
        var screen = await ScreenAsync(office.CountyReviewer);
        var unread = screen with { Versions = screen.Versions!.Where(version => version.Key != 9).ToDictionary() };

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ApplyAsync(office.CountyReviewer, unread));

        Assert.Equal(RefusalCodes.VersionsRequired, refusal.Code);
        Assert.Equal(ValueStatus.CountyReview, (await office.EntryAsync(2)).Status);
    }

    [Fact]
    public async Task Approve_OthersValuesWithoutAReason_IsRefusedWhole()
    {
        await ApplyAsync(office.CountyReviewer, await ScreenAsync(office.CountyReviewer));
        var screen = await ScreenAsync(office.Bureau);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ApplyAsync(office.Bureau, screen));
        Assert.Equal(RefusalCodes.ReasonRequired, refusal.Code);
        Assert.Equal(ValueStatus.CityReview, (await office.EntryAsync(10)).Status);

        await ApplyAsync(office.Bureau, screen with { Reason = NaimanOffice.ActingReason, OperationId = Guid.CreateVersion7() });
        Assert.Equal(ValueStatus.Accepted, (await office.EntryAsync(2)).Status);
    }

    private async Task<ApplyStep> ScreenAsync(Caller reviewer)
    {
        var report = await office.Get<Application.Submissions.ReportQueries>().ReportAsync(reviewer, NaimanOffice.Report, CancellationToken.None);
        return new ApplyStep(
            NaimanOffice.Report,
            ReviewStep.Approve,
            Shown,
            Reason: null,
            Shown.ToDictionary(number => number, number => report.Entries.Single(entry => entry.Indicator.Number == number).Version),
            Guid.CreateVersion7())
        {
            PassesOver = true,
        };
    }

    private Task<IReadOnlyList<StepResult>> ApplyAsync(Caller reviewer, ApplyStep screen) =>
        office.Get<ReviewService>().ApplyAsync(reviewer, screen, CancellationToken.None);
}
