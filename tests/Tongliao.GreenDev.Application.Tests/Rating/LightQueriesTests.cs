using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>Eight quarters say what each says by itself, and cost hardly more than one.</summary>
public sealed class LightQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";

    private StatementCounter counter = null!;
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    private LightQueries Lights => services.GetRequiredService<LightQueries>();

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDemoDatabaseAsync();
        counter = new StatementCounter(connection);
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(PostgresFixture.DemoNow));
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    [Theory]
    [InlineData("2025Q4", 3)]
    [InlineData(null, 4)]
    public async Task Board_WithEightQuarters_TakesAsManyStatementsAsTheMatrixAlone(string? quarter, int expected)
    {
        await MatrixAsync("2025Q4", FigureBasis.Submitted);

        Assert.Equal(expected, await counter.DuringAsync(() => BoardAsync(quarter)));
        Assert.Equal(expected, await counter.DuringAsync(() => BoardAsync(quarter)));
    }

    [Theory]
    [InlineData("2025Q4", FigureBasis.Submitted)]
    [InlineData("2025Q3", FigureBasis.Submitted)]
    [InlineData("2025Q3", FigureBasis.Approved)]
    [InlineData("2024Q2", FigureBasis.Submitted)]
    public async Task Board_EachQuarterOfTheTrend_SaysWhatItsOwnMatrixSays(string quarter, FigureBasis basis)
    {
        // The second answer has what is locked from memory.
        foreach (var board in new[] { await BoardAsync(quarter, basis), await BoardAsync(quarter, basis) })
        {
            Assert.Equal(quarter, board.Lights.Quarters[^1].Quarter.ToString());
            foreach (var lights in board.Lights.Quarters)
            {
                var states = (await MatrixAsync(lights.Quarter.ToString(), basis)).City.Select(rating => rating.State).ToList();
                Assert.All(Enum.GetValues<RagStatus>(), state => Assert.Equal((lights.Quarter, state, states.Count(s => s == state)), (lights.Quarter, state, lights.Of(state))));
            }
        }
    }

    [Fact]
    public async Task Board_OfTheLastQuarter_HasEightAndWhatTheOneBeforeReached()
    {
        var board = await BoardAsync("2025Q4");

        Assert.Equal(8, board.Lights.Quarters.Count);
        Assert.False(board.Lights.IsComplete);
        Assert.Equal((185, 189), (board.Before!.ReachedCity, board.Before.Total));
        Assert.Null((await BoardAsync("2024Q1")).Before);
    }

    [Fact]
    public async Task Board_ForACounty_CountsTheSameLights()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);

        var board = await Lights.BoardAsync(clerk, Quarter.Parse("2025Q3"), FigureBasis.Submitted, CancellationToken.None);

        var whole = await BoardAsync("2025Q3");
        Assert.Equal(Counts(whole.Lights), Counts(board.Lights));
    }

    [Fact]
    public async Task Lights_OfAUnit_AreThoseOfItsColumnWithTheStatesBefore()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);

        foreach (var content in new[] { await DeskAsync(clerk), await DeskAsync(clerk) })
        {
            var lights = content.Lights!;
            var (now, before) = (await MatrixAsync("2025Q3", FigureBasis.Submitted), await MatrixAsync("2025Q2", FigureBasis.Submitted));
            Assert.Equal(("2025Q3", Naiman), (lights.Period.Quarter.ToString(), lights.Unit.Code));
            Assert.All(lights.Ratings, rating => Assert.Equal(now.Ratings[(rating.Indicator.Number, Naiman)].Explanation, rating.Explanation));
            Assert.All(lights.Ratings, rating => Assert.Equal(before.Ratings[(rating.Indicator.Number, Naiman)].State, lights.Previous[rating.Indicator.Number]));
            Assert.Equal(lights.Ratings.Count(rating => rating.State == RagStatus.Green), lights.Trend.Of(RagStatus.Green));
            Assert.Equal(
                before.Ratings.Count(cell => cell.Key.Unit == Naiman && cell.Value.State == RagStatus.Green), lights.Trend.Quarters[^2].Of(RagStatus.Green));
        }
    }

    public async ValueTask DisposeAsync()
    {
        counter.Dispose();
        await services.DisposeAsync();
    }

    private static IEnumerable<(Quarter, int, int, int)> Counts(LightTrend trend) =>
        trend.Quarters.Select(lights => (lights.Quarter, lights.Of(RagStatus.Green), lights.Of(RagStatus.Amber), lights.Of(RagStatus.Red)));

    private Task<WorkbenchContent> DeskAsync(Caller caller) => services.GetRequiredService<WorkbenchQueries>().ReadAsync(caller, CancellationToken.None);

    private Task<RatingBoard> BoardAsync(string? quarter, FigureBasis basis = FigureBasis.Submitted) =>
        Lights.BoardAsync(bureau, quarter is null ? null : Quarter.Parse(quarter), basis, CancellationToken.None);

    private Task<RatingMatrix> MatrixAsync(string quarter, FigureBasis basis) =>
        services.GetRequiredService<RatingQueries>().MatrixAsync(bureau, Quarter.Parse(quarter), basis, CancellationToken.None);
}
