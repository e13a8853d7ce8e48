using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Periods;

/// <summary>Two officers of the bureau at one period.</summary>
public sealed class PeriodServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Quarter[] Quarters = [.. from year in new[] { 2024, 2025 } from number in Enumerable.Range(1, 4) select new Quarter(year, number)];

    private ServiceProvider services = null!;
    private Caller bureau = null!;
    private Caller colleague = null!;

    private PeriodService Periods => services.GetRequiredService<PeriodService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2026, 1, 9, 2, 0, 0, TimeSpan.Zero)));
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        colleague = await TestPeople.AddAsync(services, UserRole.Bureau);
        foreach (var quarter in Quarters)
        {
            await Periods.OpenAsync(bureau, quarter, new DateOnly(2026, 1, 15), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Change_EachAct_IsOneVersionMore()
    {
        Assert.Equal(2, (await Periods.OpenAsync(bureau, new(Quarter.Parse("2024Q1"), 1), new DateOnly(2026, 1, 20), CancellationToken.None)).Version);
        Assert.Equal(3, (await Periods.CloseAsync(bureau, new(Quarter.Parse("2024Q1"), 2), CancellationToken.None)).Version);
        Assert.Equal(4, (await Periods.LockAsync(bureau, new(Quarter.Parse("2024Q1"), 3), CancellationToken.None)).Version);
    }

    [Fact]
    public async Task Change_CloseAndLockOfWhatBothSaw_SecondIsToldByAConflict()
    {
        foreach (var quarter in Quarters)
        {
            var seen = new Seen<Quarter>(quarter, 1);
            var refusals = await Task.WhenAll(
                RefusalOfAsync(() => Periods.CloseAsync(bureau, seen, CancellationToken.None)),
                RefusalOfAsync(() => Periods.LockAsync(colleague, seen, CancellationToken.None)));

            Assert.Single(refusals, refusal => refusal is null);
            var told = Assert.Single(refusals.OfType<RefusalException>());
            var current = Assert.IsType<CurrentPeriod>(told.Current);
            var state = refusals[0] is null ? PeriodState.Closed : PeriodState.Locked;
            Assert.Equal(("stale_version", 2, state), (told.Code, current.Version, current.State));
            Assert.Equal("张三（市住建局）", current.ChangedBy);
            Assert.Equal(services.GetRequiredService<TimeProvider>().GetUtcNow(), current.ChangedAt);
            Assert.Equal(state, await StateAsync(quarter));
        }
    }

    [Fact]
    public async Task Change_CloseAndLockWhateverStandsThere_GoOneAfterTheOther()
    {
        foreach (var quarter in Quarters)
        {
            var refusals = await Task.WhenAll(
                RefusalOfAsync(() => Periods.CloseAsync(bureau, quarter, CancellationToken.None)),
                RefusalOfAsync(() => Periods.LockAsync(colleague, quarter, CancellationToken.None)));

            // A lock is never undone: closing came before it or is told of it.
            Assert.Equal(PeriodState.Locked, await StateAsync(quarter));
            Assert.Null(refusals[1]);
            Assert.Contains(refusals[0]?.Code, new[] { null, "period_locked" });
        }
    }

    [Fact]
    public async Task Change_SeenBeforeAnother_IsRefusedAndChangesNothing()
    {
        await Periods.OpenAsync(colleague, Quarter.Parse("2024Q1"), new DateOnly(2026, 2, 15), CancellationToken.None);

        var told = await RefusalOfAsync(() => Periods.OpenAsync(bureau, new(Quarter.Parse("2024Q1"), 1), new DateOnly(2026, 1, 20), CancellationToken.None));

        Assert.Equal((2, new DateOnly(2026, 2, 15)), (Assert.IsType<CurrentPeriod>(told?.Current).Version, ((CurrentPeriod)told.Current).Due));
        await using var db = await ContextAsync();
        Assert.Equal(new DateOnly(2026, 2, 15), (await db.Periods.SingleAsync(period => period.Quarter == Quarter.Parse("2024Q1"))).DueOn);
    }

    private static async Task<RefusalException?> RefusalOfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal;
        }
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private async Task<PeriodState> StateAsync(Quarter quarter)
    {
        await using var db = await ContextAsync();
        return (await db.Periods.SingleAsync(period => period.Quarter == quarter)).State;
    }
}
