using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Review;

public sealed class ReviewQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Kailu = "150523";
    private const string Period = "2025Q3";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller clerk = null!;
    private Caller countyReviewer = null!;
    private Caller bureau = null!;
    private Caller environment = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        countyReviewer = await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        environment = await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");
        await Get<PeriodService>().OpenAsync(bureau, Quarter.Parse(Period), new DateOnly(2025, 10, 15), CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Overview_Bureau_CountsEveryIndicatorOfEveryUnit()
    {
        await ReachCityAsync(2, 9);

        var overview = await OverviewAsync(bureau);

        Assert.Equal(9, overview.Progress.Units.Count);
        Assert.Equal(9 * 21, overview.Progress.Total);
        var naiman = Of(overview, Naiman);
        Assert.Equal((2, 21), (naiman.Of(ValueStatus.CityReview), naiman.Total));
        Assert.Equal(time.GetUtcNow(), naiman.WaitingSince);
        Assert.Null(Of(overview, Kailu).WaitingSince);
    }

    [Fact]
    public async Task Overview_QuarterBefore_IsThereOnceItWasOpen()
    {
        await ReachCityAsync(2, 9);
        Assert.Null((await OverviewAsync(bureau)).Before);

        var next = Quarter.Parse(Period).Next;
        await Get<PeriodService>().OpenAsync(bureau, next, new DateOnly(2026, 1, 15), CancellationToken.None);
        var overview = await Get<ReviewQueries>().OverviewAsync(bureau, next, null, CancellationToken.None);

        Assert.Equal((0, 2), (overview.Progress.ReachedCity, overview.Before?.ReachedCity));
        Assert.Equal(Quarter.Parse(Period), overview.Before?.Period.Quarter);
    }

    [Fact]
    public async Task Overview_LeadDepartment_CountsOnlyWhatItLeads()
    {
        await ReachCityAsync(2, 9);

        // The department of ecology leads #2 alone.
        var naiman = Of(await OverviewAsync(environment), Naiman);

        Assert.Equal((1, 1), (naiman.Of(ValueStatus.CityReview), naiman.Total));
    }

    [Fact]
    public async Task Overview_BureauAsksForOneLeadDepartment_CountsOnlyThat()
    {
        await ReachCityAsync(2, 9);

        var overview = await Get<ReviewQueries>().OverviewAsync(bureau, Quarter.Parse(Period), "shuiwu", CancellationToken.None);

        Assert.Equal("shuiwu", overview.Lead!.Id);
        Assert.Equal((1, 1), (Of(overview, Naiman).Of(ValueStatus.CityReview), Of(overview, Naiman).Total));
    }

    [Theory]
    [InlineData("caizheng")]
    [InlineData("no-such-department")]
    public async Task Overview_DepartmentThatLeadsNothing_IsNoFilter(string department)
    {
        var overview = await Get<ReviewQueries>().OverviewAsync(bureau, Quarter.Parse(Period), department, CancellationToken.None);

        Assert.Null(overview.Lead);
        Assert.Equal(9 * 21, overview.Progress.Total);
    }

    [Fact]
    public async Task Overview_DayAfterDue_CallsUnfinishedUnitsLate()
    {
        Assert.All((await OverviewAsync(bureau)).Progress.Units, unit => Assert.False(unit.IsLate));

        // The last moment of 15 October in Tongliao, and the first of the 16th.
        time.SetUtcNow(new DateTimeOffset(2025, 10, 15, 15, 59, 59, TimeSpan.Zero));
        Assert.All((await OverviewAsync(bureau)).Progress.Units, unit => Assert.False(unit.IsLate));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.All((await OverviewAsync(bureau)).Progress.Units, unit => Assert.True(unit.IsLate));
    }

    [Theory]
    [InlineData(UserRole.Clerk, Naiman)]
    [InlineData(UserRole.CountyReviewer, Naiman)]
    [InlineData(UserRole.Leader, null)]
    [InlineData(UserRole.Admin, null)]
    [InlineData(UserRole.Auditor, null)]
    public async Task Overview_RoleThatDoesNotReviewForTheCity_IsForbidden(UserRole role, string? unit)
    {
        var caller = await TestPeople.AddAsync(services, role, unit);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => OverviewAsync(caller));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    [Fact]
    public async Task Return_ReasonForEachIndicator_KeepsThemApart()
    {
        await ReachCityAsync(2, 9);

        await ApplyAsync(bureau, ReviewStep.Return, [2, 9], Guid.CreateVersion7(), new() { [2] = "分母与台账不符", [9] = "单位填错" });

        var report = await Get<ReportQueries>().ReportAsync(bureau, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None);
        Assert.Equal("分母与台账不符", report.Entries.Single(entry => entry.Indicator.Number == 2).ReturnReason);
        Assert.Equal("单位填错", report.Entries.Single(entry => entry.Indicator.Number == 9).ReturnReason);
    }

    [Fact]
    public async Task Return_OneOfTwoWithoutReason_ReturnsNeither()
    {
        await ReachCityAsync(2, 9);

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => ApplyAsync(bureau, ReviewStep.Return, [2, 9], Guid.CreateVersion7(), new() { [2] = "分母与台账不符" }));

        Assert.Equal((RefusalKind.Invalid, "reason"), (refusal.Kind, Assert.Single(refusal.Errors).Field));
        Assert.Equal(2, Of(await OverviewAsync(bureau), Naiman).Of(ValueStatus.CityReview));
    }

    [Fact]
    public async Task Return_OwnReasonTooLong_IsRefusedAtItsField()
    {
        await ReachCityAsync(2);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ApplyAsync(
            bureau, ReviewStep.Return, [2], Guid.CreateVersion7(), new() { [2] = new string('长', ValueChecks.MaxTextLength + 1) }));

        Assert.Equal("reasons[2]", Assert.Single(refusal.Errors).Field);
    }

    [Theory]
    [InlineData("错")]
    [InlineData("//////")]
    [InlineData("改。\u3164\u2800")]
    public async Task Return_ReasonSayingNothing_IsRefusedAtItsField(string reason)
    {
        await ReachCityAsync(2);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ApplyAsync(
            bureau, ReviewStep.Return, [2], Guid.CreateVersion7(), new() { [2] = reason }));

        Assert.Equal("reason_too_short", refusal.Code);
        Assert.Equal("reasons[2]", Assert.Single(refusal.Errors).Field);
    }

    [Theory]
    [InlineData("2025-10-15T15:59:59Z", false)] // 23:59:59 on the due day
    [InlineData("2025-10-15T16:00:00Z", true)] // 00:00 of the next; in UTC it is still the due day
    public async Task Overview_Punctuality_GoesByTheOfficesDay(string at, bool late)
    {
        var office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.FillAllAsync();
        time.SetUtcNow(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        Assert.Equal(late, Of(await OverviewAsync(bureau), Naiman).IsLate);

        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, reason: null, [.. Enumerable.Range(1, 21)]);
        time.Advance(TimeSpan.FromDays(30));

        var naiman = Of(await OverviewAsync(bureau), Naiman);
        Assert.Equal((late, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)), (naiman.IsLate, naiman.FirstSubmittedAt));
        Assert.True(Of(await OverviewAsync(bureau), Kailu).IsLate);
    }

    private static UnitProgress Of(ReviewOverview overview, string code) => overview.Progress.Units.Single(unit => unit.Unit.Code == code);

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private Task<ReviewOverview> OverviewAsync(Caller caller) => Get<ReviewQueries>().OverviewAsync(caller, Quarter.Parse(Period), leadId: null, CancellationToken.None);

    private async Task ReachCityAsync(params int[] indicators)
    {
        foreach (var number in indicators)
        {
            var inputs = new ReportedInputs { Numerator = 60, Denominator = 200 };
            await Get<DraftService>().SaveAsync(
                clerk, new SaveValue(new ValueKey(Naiman, Quarter.Parse(Period), number), new Statement { Inputs = inputs, Note = "数据属实。" }, 0, Guid.CreateVersion7()) { NoteAnswers = true }, CancellationToken.None);
        }

        await ApplyAsync(clerk, ReviewStep.Submit, indicators, Guid.CreateVersion7());
        await ApplyAsync(countyReviewer, ReviewStep.Approve, indicators, Guid.CreateVersion7());
    }

    private async Task<IReadOnlyList<StepResult>> ApplyAsync(
        Caller caller, ReviewStep action, int[] indicators, Guid operation, Dictionary<int, string>? reasons = null)
    {
        var report = await Get<ReportQueries>().ReportAsync(caller, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None);
        var versions = report.Entries.ToDictionary(entry => entry.Indicator.Number, entry => entry.Version);
        return await Get<ReviewService>().ApplyAsync(
            caller,
            new ApplyStep(new ReportKey(Naiman, Quarter.Parse(Period)), action, indicators, Reason: caller == bureau && action == ReviewStep.Approve ? "牵头部门来函委托。" : null, versions, operation) { Reasons = reasons ?? [] },
            CancellationToken.None);
    }
}
