using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>Creates, starts, finds and stops the server of one data folder. Everything here but one question happens inside the gate.</summary>
internal sealed class PostgresServer(
    PostgresFolder folder, PostgresBinaries binaries, ServerAccount account, ILogger logger, bool isPassing)
{
    private const int StopSeconds = 30;
    private const int TcpAttempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CancelGrace = TimeSpan.FromSeconds(5);

    /// <summary>How long a living postmaster may have no socket yet, in pauses.</summary>
    private const int SilencesBelieved = 30;

    // On the command line, where neither the configuration file nor ALTER SYSTEM can weaken them. Constants only:
    // pg_ctl hands them to a shell. A statement is not logged with its error, for it may set a password.
    private const string Settings =
        "-c fsync=on -c full_page_writes=on -c synchronous_commit=on -c max_connections=100 -c shared_buffers=128MB"
        + " -c timezone=UTC -c log_timezone=UTC -c cluster_name=greendev -c unix_socket_permissions=0700"
        + " -c logging_collector=on -c log_destination=stderr -c log_directory=../" + PostgresFolder.LogName
        + " -c log_filename=postgresql-%a.log -c log_rotation_age=1d -c log_rotation_size=0"
        + " -c log_truncate_on_rotation=on -c log_min_error_statement=panic";

    // A killed process loses nothing by them: what it wrote is with the system, and a commit still waits for that. Without vacuum
    // nobody goes round hundreds of databases.
    private const string PassingSettings = " -c fsync=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off";

    /// <summary>Where this process has used the server: its users hold this address.</summary>
    private PostmasterFile? known;

    /// <summary>Whether the server's process lives, as far as its own record tells. Also outside the gate.</summary>
    public bool IsAlive() => PostmasterFile.Read(folder.Cluster)?.IsPostgresAlive() ?? false;

    /// <summary>The running server's own record; null when none is serving this folder.</summary>
    public async Task<PostmasterFile?> FindAsync(CancellationToken ct)
    {
        var found = await FindRunningAsync(busyWillDo: false, ct);
        known = found ?? known;
        return found;
    }

    public async Task InitialiseAsync(CancellationToken ct)
    {
        logger.LogInformation("Creating a PostgreSQL {Major} cluster in {Folder}", binaries.Major, folder.Cluster);
        var staging = folder.NewStaging();
        var passwordCopy = staging + ".password";
        PostgresFolder.CreatePrivate(staging);
        await account.GiveAsync(staging, ct);
        PostgresFolder.WritePrivate(passwordCopy, folder.WriteNewPassword());
        await account.GiveAsync(passwordCopy, ct);
        try
        {
            await RunInitdbAsync(Path.GetFileName(staging), Path.GetFileName(passwordCopy), ct);
        }
        finally
        {
            File.Delete(passwordCopy);
        }

        if (Directory.Exists(folder.Cluster))
        {
            Directory.Delete(folder.Cluster);
        }

        Directory.Move(staging, folder.Cluster);
    }

    /// <param name="othersPresent">Whether other processes are registered as users of this folder's server.</param>
    /// <param name="ct">Ends the wait; the server may then still be recovering.</param>
    public async Task<PostmasterFile> StartAsync(bool othersPresent, CancellationToken ct)
    {
        var former = othersPresent ? known ?? PostmasterFile.Read(folder.Cluster) : null;
        FreeOfStaleFile(othersPresent);
        PostgresFolder.CreatePrivate(folder.Log);
        await account.GiveAsync(folder.Cluster, ct);
        await account.GiveAsync(folder.Log, ct);
        for (var attempt = 1; ; attempt++)
        {
            folder.PruneLogs();
            var started = await RunStartAsync(await ServerAddress.PrepareAsync(folder, account, former, ct), ct);
            if (started.Succeeded)
            {
                return known = PostmasterFile.Read(folder.Cluster)
                    ?? throw new EmbeddedServerException($"内置数据库启动后随即停止。\n{folder.LogTail()}");
            }

            // Perhaps the start of a portal that was killed meanwhile came first.
            if (await FindAsync(ct) is { } other)
            {
                return other;
            }

            if (!IsPassing(attempt))
            {
                throw Refusal(started);
            }

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Stops the server, if it runs. Faults are only logged: it is called on the way out.</summary>
    public async Task StopAsync()
    {
        try
        {
            await StopRunningAsync();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            logger.LogWarning(exception, "Cannot stop PostgreSQL in {Folder}", folder.Cluster);
        }
    }

    private async Task StopRunningAsync()
    {
        // pg_ctl signals whatever process the file names: first make sure that it is our server.
        if (await FindRunningAsync(busyWillDo: true, CancellationToken.None) is not { } server)
        {
            return;
        }

        // What ends with the server need not be written down first: on a busy disk that took a test's hundreds of databases over the limit.
        var stopped = await account.RunAsync(
            binaries.PgCtl,
            ["stop", "-D", PostgresFolder.ClusterName, "-m", isPassing ? "immediate" : "fast", "-w", "-t", Text(StopSeconds)],
            folder.Root,
            CancellationToken.None);
        if (!stopped.Succeeded)
        {
            logger.LogWarning("PostgreSQL in {Folder} did not stop: {Output}", folder.Cluster, stopped.Output);
        }
        else
        {
            ServerAddress.Forget(server);
        }
    }

    /// <summary>Relative names here and below, so that nothing in the data folder's path ever needs quoting.</summary>
    private async Task RunInitdbAsync(string staging, string passwordFile, CancellationToken ct)
    {
        string[] arguments =
        [
            "-D", staging, "-U", ServerProbe.Administrator, "--encoding=UTF8", "--locale=C", "--data-checksums",
            "--auth=scram-sha-256", "--pwfile", passwordFile,
        ];
        var made = await account.RunAsync(binaries.Initdb, arguments, folder.Root, ct);
        if (!made.Succeeded)
        {
            throw new EmbeddedServerException($"无法在 {folder.Root} 建立内置数据库：\n{made.Output}");
        }
    }

    private async Task<PostmasterFile?> FindRunningAsync(bool busyWillDo, CancellationToken ct)
    {
        for (var silences = 0; PostmasterFile.Read(folder.Cluster) is { } server;)
        {
            switch (await ServerProbe.AskAsync(server, folder.ReadPassword(), folder.Cluster, ct))
            {
                case ServerAnswer.Ours:
                case ServerAnswer.Busy when busyWillDo:
                    return server;
                case ServerAnswer.Stranger:
                case ServerAnswer.Silence when !server.IsPostgresAlive() || ++silences > SilencesBelieved:
                    return null;
                case ServerAnswer.Busy:
                case ServerAnswer.Silence:
                    break;
            }

            await Task.Delay(Pause, ct);
        }

        return null;
    }

    private void FreeOfStaleFile(bool othersPresent)
    {
        // A server whose file is rewritten shuts itself down within a minute: not while someone works with it.
        if (othersPresent && PostmasterFile.Read(folder.Cluster) is { } stale && stale.IsPostgresAlive())
        {
            throw new EmbeddedServerException(
                $"数据目录 {folder.Root} 的数据库正被另一个进程使用（数据库进程 {stale.ProcessId}），但从这里连接不上（{stale.Host}）。"
                + "请用与门户相同的用户、在同一环境（同一容器或同一服务设置）中运行，或先停止门户。");
        }

        PostmasterFile.Disarm(folder.Cluster);
    }

    private async Task<ChildResult> RunStartAsync(string listen, CancellationToken ct)
    {
        var running = account.RunAsync(
            binaries.PgCtl,
            [
                "start", "-D", PostgresFolder.ClusterName, "-l", $"{PostgresFolder.LogName}/{PostgresFolder.StartLogName}",
                "-o", $"{Settings}{(isPassing ? PassingSettings : "")} {listen}", "-w", "-t", "3600",
            ],
            folder.Root,
            CancellationToken.None);
        try
        {
            return await running.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Killed now, pg_ctl could leave a server behind that has not even written its postmaster.pid, which
            // nobody would then find to stop it. pg_ctl ends by itself with the server.
            await Task.WhenAny(running, Task.Delay(CancelGrace, CancellationToken.None));
            throw;
        }
    }

    private EmbeddedServerException Refusal(ChildResult started) => new(
        $"内置数据库没有启动成功。请按下面的信息排除原因后重新启动；完整日志在 {folder.Log}。\n"
        + $"{started.Output}\n{folder.LogTail()}");

    /// <summary>Whether a failed start is worth another try.</summary>
    private bool IsPassing(int attempt) => OperatingSystem.IsWindows()
        // The port may have been taken between finding it free and using it.
        ? attempt < TcpAttempts
        // Backends of a killed server end by themselves, once they notice.
        : folder.StartLog().Contains("shared memory block", StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
