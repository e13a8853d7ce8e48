using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

public sealed class RatingQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Period = "2025Q3";

    private StatementCounter counter = null!;
    private ServiceProvider services = null!;

    private RatingQueries Ratings => services.GetRequiredService<RatingQueries>();

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDemoDatabaseAsync();
        counter = new StatementCounter(connection);
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(PostgresFixture.DemoNow));
    }

    [Fact]
    public async Task Matrix_WholeQuarterWithProgress_TakesThreeStatements()
    {
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await Ratings.MatrixAsync(bureau, Quarter.Parse(Period), FigureBasis.Submitted, CancellationToken.None);

        var statements = await counter.DuringAsync(() => Ratings.MatrixAsync(bureau, Quarter.Parse(Period), FigureBasis.Submitted, CancellationToken.None));

        Assert.Equal(3, statements);
    }

    [Theory]
    [InlineData(FigureBasis.Submitted)]
    [InlineData(FigureBasis.Approved)]
    public async Task Progress_EitherBasis_CountsWhatHasReachedTheCity(FigureBasis basis)
    {
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);

        var progress = (await Ratings.MatrixAsync(bureau, Quarter.Parse(Period), basis, CancellationToken.None)).Progress;

        var values = await ValuesAsync(_ => true);
        Assert.Equal(189, progress.Total);
        Assert.Equal(values.Count(value => value.Status.HasReachedCity()), progress.ReachedCity);
        Assert.Equal(values.Count(value => value.Status == ValueStatus.CityReview), progress.Of(ValueStatus.CityReview));
        Assert.Equal(values.Where(value => value.Status == ValueStatus.CityReview).Min(value => value.ChangedAt), progress.WaitingSince);
        // Due on 15 October in Tongliao, eight hours ahead of UTC.
        var due = new DateTimeOffset(2025, 10, 16, 0, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(values.Count(value => value.Status.HasReachedCity() && value.FirstSubmittedAt < due), progress.OnTime);
        Assert.InRange(progress.OnTime, 1, progress.ReachedCity - 1);
    }

    [Fact]
    public async Task Matrix_ApprovedBasis_LeavesOutWhatOnlyWaits()
    {
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);

        var matrix = await Ratings.MatrixAsync(bureau, Quarter.Parse(Period), FigureBasis.Approved, CancellationToken.None);

        // #11 of 库伦旗 is opened again: what was approved of it stays published until the correction is.
        var accepted = (await ValuesAsync(_ => true)).Count(value => value.Status == ValueStatus.Accepted);
        Assert.Equal(accepted + 1, matrix.Facts.Plan.Units.Sum(unit =>
            matrix.Facts.Plan.Indicators.Count(indicator => matrix[indicator, unit].State != RagStatus.NotReported)));
        // The city stays provisional until the last of its units is approved.
        Assert.DoesNotContain(matrix.Ratings.Values, rating => rating.IsProvisional && rating.UnitCode != "150500");
    }

    [Fact]
    public async Task Matrix_Clerk_SeesAndCountsTheOwnUnitAndTheCity()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, "150525");

        var matrix = await Ratings.MatrixAsync(clerk, Quarter.Parse(Period), FigureBasis.Submitted, CancellationToken.None);

        Assert.Equal(["150500", "150525"], matrix.Units.Select(unit => unit.Code));
        Assert.Equal(42, matrix.Ratings.Count);
        Assert.Equal(21, matrix.Progress.Total);
        Assert.Equal((await ValuesAsync(code => code == "150525")).Count(value => value.Status.HasReachedCity()), matrix.Progress.ReachedCity);
    }

    [Fact]
    public async Task Matrix_NoPeriodNamed_ShowsTheLatestThatHasSomethingToJudge()
    {
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);

        var matrix = await MatrixAsync(bureau);

        // Of 2025Q4, which is open, no indicator has come in from all.
        Assert.Equal("2025Q4", matrix.Facts.OpenPeriod!.Quarter.ToString());
        Assert.Equal(Period, matrix.Period.Quarter.ToString());
        Assert.Contains(matrix.City, rating => rating.State.IsLight());
    }

    [Theory]
    [InlineData(10, "2025Q3")]
    [InlineData(11, "2025Q4")]
    public async Task Matrix_NoPeriodNamed_TheOpenOneIsShownOnceHalfOfItCanBeJudged(int indicators, string expected)
    {
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await using (var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlAsync($"""
                UPDATE reported_values SET status = CASE WHEN i.number <= {indicators} THEN 'CityReview' ELSE 'Draft' END
                FROM submissions s, indicators i
                WHERE s.id = submission_id AND i.id = indicator_id AND s.quarter = '2025Q4'
                    AND reported_values.status <> 'Accepted'
                """);
        }

        Assert.Equal(expected, (await MatrixAsync(bureau)).Period.Quarter.ToString());
    }

    [Fact]
    public async Task Matrix_NoPeriodNamed_NothingReported_ShowsTheOnePeopleWorkOn()
    {
        await using var empty = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        var bureau = await TestPeople.AddAsync(empty, UserRole.Bureau);

        var matrix = await empty.GetRequiredService<RatingQueries>().MatrixAsync(bureau, quarter: null, FigureBasis.Submitted, CancellationToken.None);

        Assert.Equal(matrix.Facts.CurrentPeriod().Quarter, matrix.Period.Quarter);
    }

    [Fact]
    public async Task Matrix_Auditor_IsRefused()
    {
        var auditor = await TestPeople.AddAsync(services, UserRole.Auditor);

        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => Ratings.MatrixAsync(auditor, Quarter.Parse(Period), FigureBasis.Submitted, CancellationToken.None));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    private Task<RatingMatrix> MatrixAsync(Caller reader) => Ratings.MatrixAsync(reader, quarter: null, FigureBasis.Submitted, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        counter.Dispose();
        await services.DisposeAsync();
    }

    private async Task<List<ReportedValue>> ValuesAsync(Func<string, bool> ofUnit)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var units = (await db.Units.ToListAsync()).Where(unit => ofUnit(unit.Code)).Select(unit => unit.Id).ToList();
        var quarter = Quarter.Parse(Period);
        return await db.Submissions.AsNoTracking()
            .Where(submission => submission.Quarter == quarter && units.Contains(submission.UnitId))
            .SelectMany(submission => submission.Values)
            .ToListAsync();
    }
}
