using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Data;

/// <summary>The server ends the connection at one point of a change: the change is made, once, whatever the driver throws.</summary>
public sealed class KilledBackendTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly Killer killer = new();
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    /// <summary>A point in the life of a transaction.</summary>
    public enum Point
    {
        Started,
        FirstCommand,
        Writing,

        /// <summary>After the changes are written, where the framework would swallow a fault: a change makes no savepoint.</summary>
        Savepoint,
        Commit,

        /// <summary>The driver has found the connection broken before, and thrown the transaction away.</summary>
        CommitOfWhatIsGone,
    }

    public static TheoryData<Point> Points => [.. Enum.GetValues<Point>()];

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDatabaseAsync();
        killer.Source = NpgsqlDataSource.Create(connection);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)))
            .AddGreenDevApplication(connection, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))
            .ConfigureDbContext<GreenDevDbContext>(options => options.AddInterceptors(killer, new CommandKiller(killer)))
            .BuildServiceProvider();
        office = new NaimanOffice(services);
        await office.StaffAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await killer.Source.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Points))]
    public async Task Run_BackendKilled_IsDoneOnce(Point point)
    {
        killer.At = point;

        var saved = await office.SaveAsync(office.Clerk);

        Assert.Equal(1, saved.Version);
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

        // Its own and that of the value which shares its number of villages.
        Assert.Equal(2, await db.Revisions.CountAsync());
        Assert.Equal(1, await db.Outbox.CountAsync(entry => entry.ById == office.Clerk.UserId));
        Assert.Equal(2, await db.AuditEvents.CountAsync(audit => audit.UserId == office.Clerk.UserId));
        Assert.Equal(point != Point.Savepoint, killer.HasKilled);
    }

    /// <summary>Ends a transaction's server process once.</summary>
    private sealed class Killer : DbTransactionInterceptor
    {
        public NpgsqlDataSource Source { get; set; } = null!;

        public Point? At { get; set; }

        public bool HasKilled { get; private set; }

        public override async ValueTask<DbTransaction> TransactionStartedAsync(
            DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
        {
            await KillAsync(connection, Point.Started);
            return result;
        }

        public override async ValueTask<InterceptionResult> ReleasingSavepointAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await KillAsync(transaction.Connection!, Point.Savepoint);
            return result;
        }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            var connection = transaction.Connection!;
            await KillAsync(connection, Point.Commit);
            if (await KillAsync(connection, Point.CommitOfWhatIsGone))
            {
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT 1";
                await Assert.ThrowsAnyAsync<NpgsqlException>(() => command.ExecuteScalarAsync(cancellationToken));
            }

            return result;
        }

        public async Task<bool> KillAsync(DbConnection connection, Point here)
        {
            if (At != here)
            {
                return false;
            }

            (At, HasKilled) = (null, true);
            await using var kill = Source.CreateCommand("SELECT pg_terminate_backend($1, 10000)");
            kill.Parameters.AddWithValue(((NpgsqlConnection)connection).ProcessID);
            Assert.Equal(true, await kill.ExecuteScalarAsync());
            return true;
        }
    }

    /// <summary>Kills before the first statement within a transaction, or the first that writes.</summary>
    private sealed class CommandKiller(Killer killer) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.Transaction is not null)
            {
                await killer.KillAsync(command.Connection!, Point.FirstCommand);
                if (command.CommandText.Contains("INSERT INTO", StringComparison.Ordinal))
                {
                    await killer.KillAsync(command.Connection!, Point.Writing);
                }
            }

            return result;
        }
    }
}
