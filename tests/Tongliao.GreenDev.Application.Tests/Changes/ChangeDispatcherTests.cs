using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Changes;

/// <summary>Two portals on one database: what one commits, those who listen to the other hear of, once.</summary>
public sealed class ChangeDispatcherTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Quarter Quarter = NaimanOffice.Report.Quarter;

    private readonly StandingTime time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private readonly Barrier barrier = new();
    private string connection = "";
    private NpgsqlDataSource source = null!;
    private Node writing = null!;
    private Node listening = null!;
    private NaimanOffice office = null!;

    private ReportChange Saved => new(NaimanOffice.Naiman, Quarter, RevisionKind.Save, office.Clerk.UserId);

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.CreateDatabaseAsync();
        source = NpgsqlDataSource.Create(connection);
        writing = await Node.StartAsync(connection, time);
        office = new NaimanOffice(writing.Services);
        await office.StaffAsync();
        listening = await Node.StartAsync(connection, time, barrier);
    }

    public async ValueTask DisposeAsync()
    {
        await listening.DisposeAsync();
        await writing.DisposeAsync();
        await source.DisposeAsync();
    }

    [Fact]
    public async Task Change_OnOneNode_IsToldOnBoth_ButNotWhatWasBeforeTheStart()
    {
        await office.SaveAsync(office.Clerk);

        Assert.Equal([Saved], await listening.ToldAsync());
        Assert.Equal([new ReportChange(UnitCode: null, Quarter: null, Kind: null, office.Bureau.UserId), Saved], (await writing.ToldAsync()).Where(change => change.ById is not null));
    }

    [Fact]
    public async Task Change_RolledBack_IsToldToNobody()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => office.Get<WriteTransaction>().RunAsync<int>(
            office.Clerk,
            async scope =>
            {
                scope.Changed(NaimanOffice.Naiman, Quarter, RevisionKind.Save);
                await scope.Db.SaveChangesAsync(scope.CancellationToken);
                throw new InvalidOperationException("Rolled back.");
            },
            CancellationToken.None));

        Assert.Empty(await listening.ToldAsync());
    }

    [Fact]
    public async Task Change_WhileTheListenerIsCutOff_IsToldOnceItIsBack()
    {
        await office.SaveAsync(office.Clerk, numerator: 60);
        Assert.Equal([Saved], await listening.ToldAsync());

        for (var outage = 0; outage < 2; outage++)
        {
            await writing.ToldAsync();
            barrier.Close();
            await KillListenersAsync();
            await office.SaveAsync(office.Clerk, numerator: 61 + outage);
            await office.SaveAsync(office.Clerk, numerator: 65 + outage);
            var mark = await listening.MarkAsync();
            barrier.Open();

            Assert.Equal([Saved, Saved], await listening.ToldUntilAsync(mark));
        }

        Assert.Empty(await listening.ToldAsync());
    }

    [Fact]
    public async Task Change_CommittedAfterALaterOne_IsToldAllTheSame()
    {
        await using var line = await source.OpenConnectionAsync();
        await using var slow = await line.BeginTransactionAsync();
        await InsertAsync(line, "unit_code", "'slow'");
        await InsertAsync("unit_code", "'quick'");

        Assert.Equal(["quick"], await UnitsAsync());
        await InsertAsync("unit_code", "'quicker'");
        Assert.Equal(["quicker"], await UnitsAsync());
        await slow.CommitAsync();
        Assert.Equal(["slow"], await UnitsAsync());
        Assert.Empty(await UnitsAsync());
    }

    [Fact]
    public async Task Change_ManyAtOnce_EachIsToldOnce()
    {
        var units = Enumerable.Range(0, 400).Select(number => $"unit {number:000}").ToList();

        await Parallel.ForEachAsync(
            units, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (unit, _) => await InsertAsync("unit_code", $"'{unit}'"));

        Assert.Equal(units, (await UnitsAsync()).Order());
    }

    [Fact]
    public async Task Change_CommittedWhileAnotherOneIsRead_IsToldAtOnce()
    {
        await writing.Services.GetRequiredService<ChangeDispatcher>().StopAsync(CancellationToken.None);
        await using var bulk = source.CreateCommand("INSERT INTO outbox (unit_code) SELECT 'bulk' FROM generate_series(1, 200000)");
        await bulk.ExecuteNonQueryAsync();
        await using var readers = source.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_current_snapshot()::text, unit_code%'");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await readers.ExecuteScalarAsync(patience.Token) is not 1L)
        {
        }

        // Whoever reads is told of this one by the way, and must not wait for another word.
        var mark = await listening.MarkAsync();

        Assert.Equal(200_000, (await listening.ToldUntilAsync(mark)).Count);
    }

    [Fact]
    public async Task Change_RestoredFromAServerFurtherOn_IsNoNews()
    {
        await InsertAsync("unit_code, transaction", "'restored', '900000000000'");

        Assert.Empty(await UnitsAsync());
    }

    [Fact]
    public async Task Listener_ThatFails_KeepsNothingFromTheOthers()
    {
        var changes = listening.Services.GetRequiredService<ReportChanges>();
        changes.Changed += static _ => throw new InvalidOperationException("A fault of the listener.");
        var last = new List<ReportChange>();
        changes.Changed += last.Add;

        await office.SaveAsync(office.Clerk);
        await listening.ToldAsync();
        await listening.ToldAsync();

        Assert.Equal(Saved, last[0]);
    }

    [Fact]
    public async Task Start_PrunesWhatIsOld()
    {
        await InsertAsync("at, unit_code", "now() - interval '8 days', 'old'");
        await InsertAsync("at, unit_code", "now() - interval '6 days', 'kept'");
        await using var third = await Node.StartAsync(connection, time);

        // Pruned after the first reading, at the latest before the second.
        await third.ToldAsync();
        await third.ToldAsync();

        await using var db = await third.Services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal(["kept"], await db.Outbox.Where(entry => entry.UnitCode == "old" || entry.UnitCode == "kept").Select(entry => entry.UnitCode).ToListAsync());
    }

    private async Task<IEnumerable<string?>> UnitsAsync() => (await listening.ToldAsync()).Select(change => change.UnitCode);

    private async Task InsertAsync(string columns, string values)
    {
        await using var line = await source.OpenConnectionAsync();
        await InsertAsync(line, columns, values);
    }

    private static async Task InsertAsync(NpgsqlConnection line, string columns, string values)
    {
        await using var insert = line.CreateCommand();
        insert.CommandText = $"INSERT INTO outbox ({columns}) VALUES ({values})";
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>The server ends the connections on which changes are read; returns when they are gone.</summary>
    private async Task KillListenersAsync()
    {
        await using var kill = source.CreateCommand(
            """
            SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 10000)) FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE '%FROM outbox%' AND query NOT LIKE '%pg_terminate_backend%'
            """);
        Assert.Equal(2L, await kill.ExecuteScalarAsync());
    }

    /// <summary>Keeps a node from connecting while it is closed.</summary>
    private sealed class Barrier : DbConnectionInterceptor
    {
        private TaskCompletionSource open = new();

        public Barrier() => open.SetResult();

        public void Close() => open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => open.SetResult();

        public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await open.Task.WaitAsync(cancellationToken);
            return result;
        }
    }
}
