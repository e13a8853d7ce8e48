using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>A made-up plan of a region, three leagues and nine banners, from its file to its roll-up.</summary>
public sealed class ThreeLevelsTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Region = "880000";
    private const string East = "881000";
    private const string Middle = "882000";
    private const string West = "883000";
    private const string Period = "2026Q1";

    /// <summary>公园覆盖率, of the central urban banners only: 东甲旗 and 中甲旗.</summary>
    private const int Parks = 1;

    /// <summary>步道密度.</summary>
    private const int Paths = 2;

    /// <summary>节能改造, a sum.</summary>
    private const int Works = 3;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 4, 3, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        var plan = PlanFiles.Load(PlanFiles.OfThreeLevels);
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(plan), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await Get<PeriodService>().OpenAsync(bureau, Quarter.Parse(Period), new DateOnly(2026, 4, 15), CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Load_FromTheDatabase_IsTheTreeOfTheFile()
    {
        var regions = (await Get<PlanCatalogue>().FirstAsync(CancellationToken.None)).Plan.Regions;

        Assert.Equal(Region, regions.Root.Code);
        Assert.Equal([1, 2, 3, 3, 3, 2, 3, 3, 3, 2, 3, 3, 3], regions.All.Select(unit => unit.Level));
        Assert.Equal([East, Middle, West], regions.Root.Children.Select(unit => unit.Code));
        Assert.Equal(9, regions.Reporting.Count);
        Assert.Equal(["882001", "882002", "882003"], regions.All.Single(unit => unit.Code == Middle).Reporting.Select(unit => unit.Code));
    }

    [Fact]
    public async Task Approved_RollsUpToEveryLevel()
    {
        await ApproveAsync("881001", paths: (200, 100), works: 0.5m, parks: (50, 100));
        await ApproveAsync("881002", paths: (90, 60), works: 0.3m);
        await ApproveAsync("881003", paths: (110, 40), works: 0.2m);
        await ApproveAsync("882001", paths: (150, 50), works: 0.4m, parks: (60, 100));
        await ApproveAsync("882002", paths: (100, 50), works: 0.6m);

        // 400 ÷ 200; 250 ÷ 100 and 650 ÷ 300 so far.
        var some = await MatrixAsync(bureau);
        Assert.Equal((RagStatus.Green, "2.00", 3, 3), Seen(some, Paths, East));
        Assert.Equal((RagStatus.Incomplete, "2.50", 2, 3), Seen(some, Paths, Middle));
        Assert.Equal((RagStatus.Incomplete, "", 0, 3), Seen(some, Paths, West));
        Assert.Equal((RagStatus.Incomplete, "2.17", 5, 9), Seen(some, Paths, Region));

        await ApproveAsync("882003", paths: (50, 50), works: 0.1m);
        await ApproveAsync("883001", paths: (100, 100), works: 0.2m);
        await ApproveAsync("883002", paths: (60, 50), works: 0.2m);
        await ApproveAsync("883003", paths: (140, 100), works: 0.5m);

        // 300 ÷ 150, 300 ÷ 250 and 1000 ÷ 600; the mean of the leagues would be 1.73.
        var all = await MatrixAsync(bureau);
        Assert.Equal((RagStatus.Green, "2.00", 3, 3), Seen(all, Paths, Middle));
        Assert.Equal((RagStatus.Red, "1.20", 3, 3), Seen(all, Paths, West));
        Assert.Equal((RagStatus.Red, "1.67", 9, 9), Seen(all, Paths, Region));

        // A league has no 分解指标 of the sum; the region's target is the plan's.
        Assert.Equal((RagStatus.NoTarget, "1.00", 3, 3), Seen(all, Works, East));
        Assert.Equal((RagStatus.NoTarget, "1.10", 3, 3), Seen(all, Works, Middle));
        Assert.Equal((RagStatus.NoTarget, "0.90", 3, 3), Seen(all, Works, West));
        Assert.Equal((RagStatus.Green, "3.00", 9, 9), Seen(all, Works, Region));

        // 110 ÷ 200; no banner of the western league counts.
        Assert.Equal((RagStatus.Green, "50.0", 1, 1), Seen(all, Parks, East));
        Assert.Equal((RagStatus.NotApplicable, "", 0, 0), Seen(all, Parks, West));
        Assert.Equal((RagStatus.Green, "55.0", 2, 2), Seen(all, Parks, Region));
    }

    [Fact]
    public async Task League_ReadsItsOwnBannersAndNotAnotherLeagues()
    {
        var league = await TestPeople.AddAsync(services, UserRole.CountyReviewer, East);

        Assert.Equal([Region, East, "881001", "881002", "881003"], (await MatrixAsync(league)).Units.Select(unit => unit.Code));
        Assert.Equal("东乙旗", (await ReportAsync(league, "881002")).Unit.ShortName);
        foreach (var others in new[] { "882001", "883003" })
        {
            var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReportAsync(league, others));
            Assert.Equal(RefusalKind.NotFound, refusal.Kind);
        }
    }

    [Fact]
    public async Task Banner_ReadsItselfAndWhatIsMadeFromIt()
    {
        var banner = await TestPeople.AddAsync(services, UserRole.Clerk, "882002");

        Assert.Equal([Region, Middle, "882002"], (await MatrixAsync(banner)).Units.Select(unit => unit.Code));
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReportAsync(banner, "882001"));
        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Theory]
    [InlineData(UserRole.Clerk, ReviewStep.Submit)]
    [InlineData(UserRole.CountyReviewer, ReviewStep.Approve)]
    [InlineData(UserRole.CountyReviewer, ReviewStep.Return)]
    public async Task League_TakesNoStepForItsBanners(UserRole role, ReviewStep action)
    {
        var league = await TestPeople.AddAsync(services, role, East);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ApplyAsync(league, "881001", action, [Paths]));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    [Fact]
    public async Task League_HasNoReportOfItsOwn()
    {
        var league = await TestPeople.AddAsync(services, UserRole.Clerk, East);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => ReportAsync(league, East));

        Assert.Equal((RefusalKind.NotFound, "东盟数由各单位汇总得出，没有填报表。"), (refusal.Kind, refusal.Message));
    }

    private static (RagStatus State, string Value, int? Reported, int? Counting) Seen(RatingMatrix matrix, int indicator, string unit)
    {
        var rating = matrix.Ratings[(indicator, unit)];
        return (rating.State, rating.Value is null ? "" : rating.Displayed!, rating.ReportedUnits, rating.CountingUnits);
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private Task<RatingMatrix> MatrixAsync(Caller caller) =>
        Get<RatingQueries>().MatrixAsync(caller, Quarter.Parse(Period), FigureBasis.Approved, CancellationToken.None);

    private Task<UnitReport> ReportAsync(Caller caller, string unit) =>
        Get<ReportQueries>().ReportAsync(caller, new ReportKey(unit, Quarter.Parse(Period)), CancellationToken.None);

    /// <summary>Enters a banner's numbers and brings them to approval, with one person at every desk.</summary>
    private async Task ApproveAsync(string unit, (int Length, int Area) paths, decimal works, (int With, int All)? parks = null)
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, unit);
        var reviewer = await TestPeople.AddAsync(services, UserRole.CountyReviewer, unit);
        var typed = new Dictionary<int, ReportedInputs>
        {
            [Paths] = new() { Numerator = paths.Length, Denominator = paths.Area },
            [Works] = new() { Amount = works },
        };
        if (parks is { } counted)
        {
            typed[Parks] = new ReportedInputs { Numerator = counted.With, Denominator = counted.All };
        }

        foreach (var (indicator, inputs) in typed)
        {
            await Get<DraftService>().SaveAsync(
                clerk, new SaveValue(new ValueKey(unit, Quarter.Parse(Period), indicator), new Statement { Inputs = inputs, Note = "已制定整改措施。" }, 0, Guid.CreateVersion7()) { NoteAnswers = true }, CancellationToken.None);
        }

        await ApplyAsync(clerk, unit, ReviewStep.Submit, [.. typed.Keys]);
        await ApplyAsync(reviewer, unit, ReviewStep.Approve, [.. typed.Keys]);
        await ApplyAsync(bureau, unit, ReviewStep.Approve, [.. typed.Keys]);
    }

    private async Task ApplyAsync(Caller caller, string unit, ReviewStep action, IReadOnlyList<int> indicators)
    {
        var versions = (await ReportAsync(bureau, unit)).Entries.ToDictionary(entry => entry.Indicator.Number, entry => entry.Version);
        await Get<ReviewService>().ApplyAsync(
            caller,
            new ApplyStep(new ReportKey(unit, Quarter.Parse(Period)), action, indicators, action == ReviewStep.Return ? "请核对台账。" : "牵头部门来函委托。", versions, Guid.CreateVersion7()),
            CancellationToken.None);
    }
}
