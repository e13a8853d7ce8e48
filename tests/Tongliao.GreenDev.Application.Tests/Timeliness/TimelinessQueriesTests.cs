using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Timeliness;

/// <summary>Who holds up a period and how fast everybody answers, from real histories.</summary>
public sealed class TimelinessQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    // Thursday, the first working day after the holiday, 10 in the morning in Tongliao.
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
    public async Task Read_JustOpened_TellsWhoHasNoClerkAndWhoNeverSignedIn()
    {
        var report = await ReadAsync(office.Bureau);

        Assert.Equal(9, report.Units.Count);
        Assert.Equal([HoldupKind.NotSignedIn], Kinds(report, NaimanOffice.Naiman));
        Assert.Equal([HoldupKind.NoClerk], Kinds(report, "150523"));
        Assert.Empty(report.Times);
    }

    [Fact]
    public async Task Read_ReturnedAndAnswered_TimesOfEverySide()
    {
        await office.SaveAsync(office.Clerk);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        time.Advance(TimeSpan.FromDays(1));
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);
        time.Advance(TimeSpan.FromDays(2)); // Saturday 11 October is worked
        await office.ApplyAsync(office.Bureau, ReviewStep.Return, "分母与台账不一致");
        time.Advance(TimeSpan.FromDays(6));

        var report = await ReadAsync(office.Bureau);

        var county = Side(report, ReactionKind.CountyReview);
        Assert.Equal(("奈曼旗 县级审核员", 1, 1m, 0), (county.Owner, county.Answered, county.Median, county.Open));

        // From Friday 10 to Sunday 12 October, 10 in the morning: 14 hours of Friday and all of the worked Saturday.
        var city = Side(report, ReactionKind.CityReview);
        Assert.Equal(("市生态环境局", 1, 1.6m), (city.Owner, city.Answered, city.Longest));
        var clerk = Side(report, ReactionKind.Correct);
        Assert.Equal(("奈曼旗 填报员", 0, 1, new DateOnly(2025, 10, 15), 1), (clerk.Owner, clerk.Answered, clerk.Open, clerk.DueOn, clerk.Overdue));
        Assert.Equal([HoldupKind.Empty, HoldupKind.Draft, HoldupKind.Returned], Kinds(report, NaimanOffice.Naiman));
    }

    [Fact]
    public async Task Read_LeadDepartment_SeesWhatItLeadsAlone()
    {
        var environment = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
        await office.SaveAsync(office.Clerk);
        await office.SaveAsync(office.Clerk, indicator: 3);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, null, 2, 3);

        var report = await ReadAsync(environment);

        Assert.Equal(1, Side(report, ReactionKind.CountyReview).Open);
        Assert.Equal([2], report.Units.Single(unit => unit.Progress.Unit.Code == NaimanOffice.Naiman).Holdups.Single().Indicators);
    }

    [Theory]
    [InlineData(UserRole.Clerk, NaimanOffice.Naiman)]
    [InlineData(UserRole.Leader, null)]
    [InlineData(UserRole.Auditor, null)]
    public async Task Read_NotAReviewerOfTheCity_IsForbidden(UserRole role, string? unit)
    {
        var caller = await TestPeople.AddAsync(services, role, unit);

        Assert.Equal(RefusalKind.Forbidden, (await Assert.ThrowsAsync<RefusalException>(() => ReadAsync(caller))).Kind);
        Assert.Equal(RefusalKind.Forbidden, (await Assert.ThrowsAsync<RefusalException>(
            () => services.GetRequiredService<TimelinessQueries>().ReactionsAsync(caller, NaimanOffice.Report.Quarter, CancellationToken.None))).Kind);
    }

    private async Task<Timeliness> ReadAsync(Caller caller)
    {
        var queries = services.GetRequiredService<TimelinessQueries>();
        var holdups = await queries.HoldupsAsync(caller, NaimanOffice.Report.Quarter, CancellationToken.None);
        return new Timeliness(holdups.Units, (await queries.ReactionsAsync(caller, NaimanOffice.Report.Quarter, CancellationToken.None)).Times);
    }

    private static ReactionTimes Side(Timeliness report, ReactionKind kind) => report.Times.Single(side => side.Kind == kind);

    private static IEnumerable<HoldupKind> Kinds(Timeliness report, string unit) =>
        report.Units.Single(line => line.Progress.Unit.Code == unit).Holdups.Select(holdup => holdup.Kind);

    private sealed record Timeliness(IReadOnlyList<UnitHoldups> Units, IReadOnlyList<ReactionTimes> Times);
}
