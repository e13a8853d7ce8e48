using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>截至: what the portal said at a moment can be asked for afterwards, whatever happened since.</summary>
public sealed class AsOfTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Quarter Q4 = Quarter.Parse("2025Q4");

    private readonly FakeTimeProvider time = new(PostgresFixture.DemoNow);
    private string connection = null!;
    private StatementCounter counter = null!;
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.CreateDemoDatabaseAsync();
        counter = new StatementCounter(connection);
        services = PostgresFixture.ServicesFor(connection, time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    [Theory]
    [InlineData("2025Q4", FigureBasis.Submitted)]
    [InlineData("2025Q3", FigureBasis.Approved)]
    [InlineData("2024Q4", FigureBasis.Submitted)]
    public async Task Board_AsOfAMomentJustGone_SaysWhatTheBoardSays(string quarter, FigureBasis basis)
    {
        var now = await BoardAsync(quarter, basis);

        var then = await BoardAsync(quarter, basis, time.GetUtcNow());

        Assert.Equal(MatrixText.Of(now), MatrixText.Of(then));
        Assert.Null(now.Matrix.Since);
        Assert.Empty(then.Matrix.Since!);
    }

    [Theory]
    [InlineData("2025Q4", 3)]
    [InlineData(null, 4)]
    public async Task Board_AsOf_TakesAsManyStatements(string? quarter, int expected)
    {
        await BoardAsync("2025Q4", FigureBasis.Submitted);

        Assert.Equal(expected, await counter.DuringAsync(() => BoardAsync(quarter, FigureBasis.Submitted, time.GetUtcNow().AddDays(-2))));
    }

    [Theory]
    [InlineData("2026-01-12", "2025Q3")]
    [InlineData("2025-10-08", "2025Q2")]
    [InlineData("2023-05-01", "2024Q1")]
    public async Task Board_WithoutAQuarter_TakesTheOneThatCouldBeJudgedThen(string day, string expected)
    {
        var board = await BoardAsync(quarter: null, FigureBasis.Submitted, At(day));

        Assert.Equal(expected, board.Matrix.Period.Quarter.ToString());
    }

    [Fact]
    public async Task Board_BeforeALock_HasNoLockAndTheDueDayOfThen()
    {
        var before = time.GetUtcNow();
        var board = MatrixText.Of(await BoardAsync("2025Q3", FigureBasis.Submitted));
        time.Advance(TimeSpan.FromHours(1));
        await Get<PeriodService>().LockAsync(bureau, Quarter.Parse("2025Q3"), CancellationToken.None);
        var facts = await Get<PlanCatalogue>().FirstAsync(CancellationToken.None);
        await Get<PeriodService>().OpenAsync(bureau, Q4, new DateOnly(2026, 2, 20), CancellationToken.None);

        var then = await BoardAsync("2025Q3", FigureBasis.Submitted, before);

        Assert.Equal(board, MatrixText.Of(then));
        Assert.Null(then.Matrix.Facts.LastReleaseOf(Quarter.Parse("2025Q3")));
        Assert.Equal((PeriodState.Closed, PeriodState.Locked), (then.Matrix.Period.State, (await BoardAsync("2025Q3", FigureBasis.Submitted)).Matrix.Period.State));
        Assert.Equal(facts.Period(Q4).DueOn, (await BoardAsync("2025Q4", FigureBasis.Submitted, before)).Matrix.Period.DueOn);
        Assert.Equal(new DateOnly(2026, 2, 20), (await BoardAsync("2025Q4", FigureBasis.Submitted)).Matrix.Period.DueOn);
    }

    [Fact]
    public async Task Board_ATargetSinceThen_IsNotInItAndIsNamed()
    {
        var before = time.GetUtcNow();
        var board = MatrixText.Of(await BoardAsync("2025Q3", FigureBasis.Submitted));
        time.Advance(TimeSpan.FromMinutes(1));
        await Get<TargetService>().SetTargetAsync(
            bureau, new SetUnitTarget(NaimanOffice.Naiman, 20, 2025, 500, "通住建发〔2026〕1号", new DateOnly(2025, 1, 1)), CancellationToken.None);

        var then = await BoardAsync("2025Q3", FigureBasis.Submitted, before);

        Assert.Equal(board, MatrixText.Of(then));
        var change = Assert.Single(then.Matrix.Since!);
        Assert.Equal((20, NaimanOffice.Naiman), (change.Before.Indicator.Number, change.Unit.Code));
        Assert.Equal((false, RagStatus.Red), (change.IsOtherValue, change.After.State));
    }

    [Fact]
    public async Task LightHistory_AskedForAtManyMoments_KeepsOnlyWhatLocksHaveSettled()
    {
        var kept = await KeptAsync();
        for (var day = 1; day <= 20; day++)
        {
            await BoardAsync("2025Q4", FigureBasis.Submitted, time.GetUtcNow().AddHours(-day));
        }

        Assert.Equal(kept, await KeptAsync());

        async Task<int> KeptAsync()
        {
            await BoardAsync("2025Q4", FigureBasis.Submitted);
            return Get<LightQueries>().Kept;
        }
    }

    [Fact]
    public async Task SettledMoment_WhileValuesAreSaved_IsSeenTheSameEverAfter()
    {
        await using var real = PostgresFixture.ServicesFor(connection, TimeProvider.System);
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, "150526");
        var report = await real.GetRequiredService<ReportQueries>().ReportAsync(clerk, new ReportKey("150526", Q4), CancellationToken.None);
        var entry = report.Entries.First(entry => entry.Status.IsWithClerk());
        using var stop = new CancellationTokenSource();
        var saving = SaveAgainAndAgainAsync(real, clerk, entry, stop.Token);
        for (var round = 0; round < 20; round++)
        {
            var asOf = await real.GetRequiredService<SettledMoment>().NowAsync(clerk, CancellationToken.None);
            var first = await SavedAsync(real, asOf.Moment);
            await Task.Delay(5);
            Assert.Equal(first, await SavedAsync(real, asOf.Moment));
        }

        await stop.CancelAsync();
        Assert.True(await saving > 20, "Nothing was saved meanwhile.");
    }

    public async ValueTask DisposeAsync()
    {
        counter.Dispose();
        await services.DisposeAsync();
    }

    private static async Task<int> SavedAsync(ServiceProvider real, DateTimeOffset moment)
    {
        await using var db = await real.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.Revisions.CountAsync(revision => revision.At <= moment);
    }

    private static async Task<int> SaveAgainAndAgainAsync(ServiceProvider real, Caller clerk, ReportEntry entry, CancellationToken stop)
    {
        var version = entry.Version;
        var saves = 0;
        for (; !stop.IsCancellationRequested; saves++)
        {
            var saved = await real.GetRequiredService<DraftService>().SaveAsync(
                clerk,
                new SaveValue(new ValueKey("150526", Q4, entry.Indicator.Number), new Statement { Inputs = entry.Statement.Inputs, Note = $"第{saves}次。" }, version, Guid.CreateVersion7()) { NoteAnswers = true },
                CancellationToken.None);
            version = saved.Version;
        }

        return saves;
    }

    /// <summary>The end of a day there.</summary>
    private static DateTimeOffset At(string day) =>
        new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).AddDays(1).AddTicks(-10).ToUniversalTime();

    private Task<RatingBoard> BoardAsync(string? quarter, FigureBasis basis, DateTimeOffset? asOf = null) =>
        Get<LightQueries>().BoardAsync(bureau, quarter is null ? null : Quarter.Parse(quarter), basis, asOf, CancellationToken.None);

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
