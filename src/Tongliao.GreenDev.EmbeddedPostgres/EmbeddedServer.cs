using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>
/// The private PostgreSQL server in the portal's data folder, used when no connection string is configured.
/// Processes on one data folder share one server; the last of them to leave stops it. Should it die before, it is
/// started again at the same address.
/// </summary>
public sealed class EmbeddedServer : IAsyncDisposable
{
    /// <summary>Longer than another process's stop takes; who starts meanwhile becomes responsible for the server.</summary>
    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(35);

    private readonly PostgresServer server;
    private readonly DataFolderLocks locks;
    private readonly IDisposable presence;
    private readonly EmbeddedServerOptions options;
    private readonly ILogger logger;
    private readonly ServerWatch watch;
    private int disposed;

    private EmbeddedServer(
        PostgresServer server, DataFolderLocks locks, IDisposable presence, EmbeddedServerOptions options, ILogger logger,
        Outcome outcome)
    {
        (this.server, this.locks, this.presence, this.options, this.logger) = (server, locks, presence, options, logger);
        ConnectionString = outcome.As(EmbeddedRoles.Portal);
        OwnerConnectionString = outcome.As(EmbeddedRoles.Owner);
        AdministratorConnectionString = outcome.As(ServerProbe.Administrator);
        StartedHere = outcome.StartedHere;
        watch = new ServerWatch(options.WatchInterval, server.IsAlive, ReviveAsync, logger);
    }

    /// <summary>To the database <c>greendev</c>, as the role that the portal serves with: it owns nothing.</summary>
    public string ConnectionString { get; }

    /// <summary>To the same, as the role that owns it: for migrations.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>To the same, as the superuser of the cluster.</summary>
    internal string AdministratorConnectionString { get; }

    /// <summary>False where a running server was attached to; which process stops it is another matter, see the type.</summary>
    public bool StartedHere { get; }

    /// <inheritdoc cref="StartAsync(EmbeddedServerOptions, ILogger, CancellationToken)"/>
    public static Task<EmbeddedServer> StartAsync(string dataDirectory, ILogger logger, CancellationToken ct) =>
        StartAsync(new EmbeddedServerOptions { DataDirectory = dataDirectory }, logger, ct);

    /// <summary>Starts the data folder's server, creating its cluster if there is none, or attaches to it if it runs.</summary>
    /// <exception cref="EmbeddedServerException">It cannot be used; the message says what to do.</exception>
    public static async Task<EmbeddedServer> StartAsync(
        EmbeddedServerOptions options, ILogger logger, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(options);
        PostgresFolder? folder = null;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            folder = new PostgresFolder(options.DataDirectory);
            var locks = new DataFolderLocks(folder.Root);
            using var gate = await EnterAsync(locks, options, deadline);
            return await EnterServerAsync(folder, locks, options, logger, deadline.Token, ct);
        }
        catch (Exception exception) when (Explain(exception, options, folder, ct) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Leaves the server, and stops it if no other process uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        // First, and outside the gate, which a start under way holds.
        await watch.DisposeAsync();
        using var limit = new CancellationTokenSource(LeaveLimit);
        try
        {
            using var gate = await locks.EnterAsync(limit.Token);
            await LeaveAsync(server, locks, presence, logger);
        }
        catch (OperationCanceledException)
        {
            presence.Dispose();
            logger.LogWarning("Left the embedded PostgreSQL running: another process is just starting with it");
        }
        catch (IOException exception)
        {
            presence.Dispose();
            logger.LogWarning(exception, "Left the embedded PostgreSQL running: its data folder is gone");
        }
    }

    private static Exception? Explain(
        Exception exception, EmbeddedServerOptions options, PostgresFolder? folder, CancellationToken ct) => exception switch
    {
        OperationCanceledException when ct.IsCancellationRequested =>
            new OperationCanceledException($"内置数据库的启动被取消。\n{folder?.LogTail()}", exception, ct),
        OperationCanceledException => new EmbeddedServerException(
            $"内置数据库 {options.StartTimeout.TotalSeconds:0} 秒内没有就绪。它可能仍在恢复上次未正常关闭的数据，"
            + $"请稍候再启动；若反复如此，请看日志目录 {folder?.Log}。\n{folder?.LogTail()}",
            exception),
        UnauthorizedAccessException or IOException or NpgsqlException => new EmbeddedServerException(
            $"无法使用数据目录 {options.DataDirectory}：{exception.Message}"
            + " 请用原先运行门户的用户运行，并确认目录可写、磁盘未满，或把 GREENDEV_DATA 设为另一个目录。",
            exception),
        _ => null,
    };

    /// <summary>Waits for the gate, and gives what follows its own time.</summary>
    private static async Task<IDisposable> EnterAsync(
        DataFolderLocks locks, EmbeddedServerOptions options, CancellationTokenSource deadline)
    {
        // Whoever is inside may need the whole of its own time.
        deadline.CancelAfter(options.StartTimeout * 2);
        var gate = await locks.EnterAsync(deadline.Token);
        deadline.CancelAfter(options.StartTimeout);
        return gate;
    }

    /// <summary>Called by the watch: others may have been quicker, and then the server is found running.</summary>
    private async Task ReviveAsync(CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var gate = await EnterAsync(locks, options, deadline);
        if (await server.FindAsync(deadline.Token) is null)
        {
            // This process itself is one that uses the server.
            await server.StartAsync(othersPresent: true, deadline.Token);
        }
    }

    private static async Task<EmbeddedServer> EnterServerAsync(
        PostgresFolder folder, DataFolderLocks locks, EmbeddedServerOptions options, ILogger logger,
        CancellationToken deadline, CancellationToken caller)
    {
        var account = await ServerAccount.DetectAsync(deadline);
        await account.RequireReachAsync(folder.Root, deadline);
        var major = folder.ReadMajor();
        var binaries = await PostgresBinaries.LocateAsync(major, deadline);
        var server = new PostgresServer(folder, binaries, account, logger, options.IsPassing);
        var othersPresent = !locks.IsDeserted();
        var presence = locks.Join();
        try
        {
            var outcome = await EnsureRunningAsync(folder, server, major is null, othersPresent, deadline);
            logger.LogInformation(
                "Embedded PostgreSQL {Major} in {Folder}, started here: {StartedHere}",
                binaries.Major, folder.Cluster, outcome.StartedHere);
            return new EmbeddedServer(server, locks, presence, options, logger, outcome);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            // Out of time: a long recovery must be let go on, or it would begin anew at every attempt.
            presence.Dispose();
            throw;
        }
        catch
        {
            await LeaveAsync(server, locks, presence, logger);
            throw;
        }
    }

    private static async Task<Outcome> EnsureRunningAsync(
        PostgresFolder folder, PostgresServer server, bool isNew, bool othersPresent, CancellationToken ct)
    {
        if (isNew)
        {
            await server.InitialiseAsync(ct);
        }

        var running = await server.FindAsync(ct);
        var record = running ?? await server.StartAsync(othersPresent, ct);
        var password = folder.ReadPassword();
        await ServerProbe.PrepareAsync(record, password, ct);
        return new Outcome(role => ServerProbe.ConnectionString(record, password, role), running is null);
    }

    /// <summary>Inside the gate, so that nobody can join between the question and the stop.</summary>
    private static async Task LeaveAsync(
        PostgresServer server, DataFolderLocks locks, IDisposable presence, ILogger logger)
    {
        presence.Dispose();
        if (!locks.IsDeserted())
        {
            logger.LogInformation("Left the embedded PostgreSQL to the other processes that use it");
            return;
        }

        await server.StopAsync();
        logger.LogInformation("Stopped the embedded PostgreSQL");
    }

    /// <summary>What a start came to.</summary>
    /// <param name="As">The connection string of a role.</param>
    /// <param name="StartedHere">See <see cref="EmbeddedServer.StartedHere"/>.</param>
    private sealed record Outcome(Func<string, string> As, bool StartedHere);
}
