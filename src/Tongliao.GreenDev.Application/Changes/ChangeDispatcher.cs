using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>
/// Hands this node what any node has committed to the outbox, each change once. Listens on a connection of its own; whenever it is
/// woken, and when it is connected again, it reads what was committed since it read last.
/// </summary>
public sealed class ChangeDispatcher(
    IDbContextFactory<GreenDevDbContext> contexts, ReportChanges changes, TimeProvider time, ILogger<ChangeDispatcher> log) : BackgroundService
{
    /// <summary>What the outbox's trigger notifies.</summary>
    internal const string Channel = "outbox";

    /// <summary>
    /// One statement, so that the snapshot is that of the rows. Rows restored from another server bear transactions of that one:
    /// as long as these are to come here they are not news.
    /// </summary>
    private const string News =
        """
        SELECT pg_current_snapshot()::text, unit_code, quarter, kind, by_id, task_number FROM outbox
        WHERE transaction >= pg_snapshot_xmin($1::pg_snapshot) AND transaction < pg_snapshot_xmax(pg_current_snapshot())
            AND NOT pg_visible_in_snapshot(transaction, $1::pg_snapshot)
        ORDER BY id
        """;

    /// <summary>Longer than any outage that a node sits through.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromDays(1);

    /// <summary>A connection that broke without a word is noticed after that time at the latest.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The database as it was read last: what was visible then has been handed over.</summary>
    private string seen = "";

    private DateTimeOffset prunedAt = DateTimeOffset.MinValue;

    /// <summary>Where this node begins: what was committed before is on no screen of it. Known before the first request is answered.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        seen = await db.Database.SqlQuery<string>($"SELECT pg_current_snapshot()::text AS \"Value\"").SingleAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(onRead: () => pause = FirstPause, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // The portal stops.
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "Not listening for changes; connecting again in {Pause}.", pause);
                await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    /// <summary>Until the connection is lost.</summary>
    private async Task ListenAsync(Action onRead, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);

        // Not through the context, which would connect again by itself and listen no more.
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var isWoken = false;
        connection.Notification += (_, _) => isWoken = true;
        await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
        await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            isWoken = false;
            await ReadAsync(connection, cancellationToken);
            onRead();
            await PruneAsync(connection, cancellationToken);

            // What was committed meanwhile has woken the reading itself, and does not do so again.
            if (!isWoken)
            {
                await connection.WaitAsync(LongestSilence, cancellationToken);
            }
        }
    }

    private async Task ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var news = new List<ReportChange>();
        var upTo = seen;
        await using (var command = new NpgsqlCommand(News, connection) { Parameters = { new() { Value = seen } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                upTo = reader.GetString(0);
                news.Add(new ReportChange(
                    reader[1] as string,
                    reader[2] is string quarter ? Quarter.Parse(quarter) : null,
                    reader[3] is string kind ? Enum.Parse<RevisionKind>(kind) : null,
                    reader[4] as Guid?)
                {
                    TaskNumber = reader[5] as int?,
                });
            }
        }

        seen = upTo;
        news.ForEach(changes.Raise);
    }

    /// <summary>Every node does, at its start and then daily.</summary>
    private async Task PruneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - prunedAt < BetweenPrunings)
        {
            return;
        }

        await using var command = new NpgsqlCommand("DELETE FROM outbox WHERE at < now() - $1", connection) { Parameters = { new() { Value = Kept } } };
        await command.ExecuteNonQueryAsync(cancellationToken);
        prunedAt = now;
    }
}
