using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Tongliao.GreenDev.EmbeddedPostgres.Tests;

/// <summary>Against real servers, each in a data folder of its own under the system's temporary folder.</summary>
public sealed class EmbeddedServerTests : IDisposable
{
    private readonly string folder = Path.Combine("/tmp", $"gd-test-{Guid.CreateVersion7():N}");

    private string Cluster => Path.Combine(folder, "postgres");

    private string PidFile => PidFileIn(folder);

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task StartAsync_StoppedAndStartedAgain_KeepsData()
    {
        await using (var first = await StartAsync())
        {
            Assert.True(first.StartedHere);
            await ExecuteAsync(first, "CREATE TABLE kept AS SELECT '通辽' AS name");
        }

        Assert.False(File.Exists(PidFile));
        await using var second = await StartAsync();
        Assert.Equal("通辽", await ExecuteAsync(second, "SELECT name FROM kept"));
    }

    [Fact]
    public async Task StartAsync_NewCluster_IsDurableUtf8AndPrivate()
    {
        await using var server = await StartAsync();

        Assert.Equal("on", await ExecuteAsync(server, "SHOW fsync"));
        Assert.Equal("on", await ExecuteAsync(server, "SHOW full_page_writes"));
        Assert.Equal("on", await ExecuteAsync(server, "SHOW synchronous_commit"));
        Assert.Equal("UTF8", await ExecuteAsync(server, "SHOW server_encoding"));
        Assert.Equal("UTC", await ExecuteAsync(server, "SHOW timezone"));
        Assert.Equal("greendev", await ExecuteAsync(server, "SELECT current_database()"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("", await ExecuteAsync(server, "SHOW listen_addresses"));
            const UnixFileMode others = (UnixFileMode)0b111_111;
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(folder, "postgres-password")) & others);
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(folder, "postgres-run")) & others);
        }
    }

    [Fact]
    public async Task ConnectionString_WithoutItsPassword_IsRefused()
    {
        await using var server = await StartAsync();
        var builder = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "wrong", Pooling = false };
        await using var connection = new NpgsqlConnection(builder.ConnectionString);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task StartAsync_RolesOfOwnerAndPortal_AreNoSuperusersAndMembersOfNothing()
    {
        await using var server = await StartAsync();

        foreach (var connectionString in new[] { server.ConnectionString, server.OwnerConnectionString })
        {
            await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
            await using var rights = source.CreateCommand(
                """
                SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls
                    OR EXISTS (SELECT 1 FROM pg_auth_members WHERE member = pg_roles.oid)
                FROM pg_roles WHERE rolname = current_user
                """);
            Assert.Equal(false, await rights.ExecuteScalarAsync());
        }

        Assert.Equal(
            new NpgsqlConnectionStringBuilder(server.OwnerConnectionString).Username,
            await ExecuteAsync(server, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'greendev'"));
    }

    [Fact]
    public async Task StartAsync_AlterSystemFsyncOff_StaysOn()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "ALTER SYSTEM SET fsync = off");
        }

        await using var second = await StartAsync();
        Assert.Equal("on", await ExecuteAsync(second, "SHOW fsync"));
    }

    [Fact]
    public async Task StartAsync_ServerKilled_RecoversCommittedRows()
    {
        await using var killed = await StartAsync();
        await ExecuteAsync(killed, "CREATE TABLE kept AS SELECT 1 AS n");
        await KillAsync(ServerProcessId());

        await using var next = await StartAsync();

        Assert.Equal(1, await ExecuteAsync(next, "SELECT n FROM kept"));
        // The socket and the password stay, so whoever held the dead server is served again.
        Assert.Equal(1, await ExecuteAsync(killed, "SELECT n FROM kept"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a path too long for a socket, so that it lies under /tmp at a name made up for it, and must be found there again")]
    public async Task Server_KilledWhileInUse_RunsAgainAtTheSameAddressAndStopsWithItsUser(string below)
    {
        var path = Path.Combine(folder, below);
        await using (var server = await StartAsync(path))
        {
            await ExecuteAsync(server, "CREATE TABLE kept AS SELECT 1 AS n");
            var killed = ServerProcessId(path);
            await KillAsync(killed);

            Assert.Equal(1, await ExecuteWhenBackAsync(server, "SELECT n FROM kept"));
            Assert.NotEqual(killed, ServerProcessId(path));
            Assert.True(IsServerRunning(path));
        }

        Assert.False(File.Exists(PidFileIn(path)));
        Assert.False(IsServerRunning(path));
    }

    [Fact]
    public async Task Server_KilledWhileTwoUseIt_IsStartedOnceForBoth()
    {
        await using var portal = await StartAsync();
        await using var verb = await StartAsync();
        await KillAsync(ServerProcessId());

        Assert.Equal(1, await ExecuteWhenBackAsync(portal, "SELECT 1"));
        var again = ServerProcessId();
        Assert.Equal(1, await ExecuteWhenBackAsync(verb, "SELECT 1"));

        // Past the next look of both.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Equal(again, ServerProcessId());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(600)]
    [InlineData(800)]
    public async Task DisposeAsync_ServerJustKilled_LeavesNothingRunning(int milliseconds)
    {
        var server = await StartAsync();
        await KillAsync(ServerProcessId());
        // Before the watch has noticed, and in the midst of a start.
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);

        await server.DisposeAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        Assert.False(IsServerRunning(folder));
    }

    [Fact]
    public async Task DisposeAsync_OfSecondUser_LeavesServerRunning()
    {
        await using var portal = await StartAsync();
        await using (var verb = await StartAsync())
        {
            Assert.False(verb.StartedHere);
            Assert.Equal(1, await ExecuteAsync(verb, "SELECT 1"));
        }

        Assert.Equal(1, await ExecuteAsync(portal, "SELECT 1"));
    }

    [Fact]
    public async Task DisposeAsync_OfStarterWhileAnotherUses_LeavesStoppingToTheLast()
    {
        var verb = await StartAsync();
        var portal = await StartAsync();

        await verb.DisposeAsync();
        Assert.Equal(1, await ExecuteAsync(portal, "SELECT 1"));
        await portal.DisposeAsync();

        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task StartAsync_SixAtOnceOnEmptyFolder_ShareOneServer()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(StartAsync)));

        Assert.Single(servers, server => server.StartedHere);
        Assert.Single(servers.Select(server => server.ConnectionString).Distinct());
        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task StartAsync_StalePidOfLivingStranger_StartsAndSparesIt()
    {
        await using (await StartAsync())
        {
        }

        await WithSleepAsync(async stranger =>
        {
            var socket = Path.Combine(folder, "postgres-run");
            string[] lines =
                [Text(stranger.Id), Cluster, "1700000000", "5432", socket, "", "  1234567         9", "ready   "];
            await File.WriteAllLinesAsync(PidFile, lines);
            await File.WriteAllLinesAsync(Path.Combine(socket, ".s.PGSQL.5432.lock"), lines);

            await using var server = await StartAsync();

            Assert.Equal(1, await ExecuteAsync(server, "SELECT 1"));
            Assert.False(stranger.HasExited);
        });
    }

    [Fact]
    public async Task DisposeAsync_PidFileNamesStranger_SparesIt()
    {
        var server = await StartUnwatchedAsync();
        await KillAsync(ServerProcessId());
        await WithSleepAsync(async stranger =>
        {
            var lines = await File.ReadAllLinesAsync(PidFile);
            lines[0] = Text(stranger.Id);
            await File.WriteAllLinesAsync(PidFile, lines);

            await server.DisposeAsync();

            Assert.False(stranger.HasExited);
        });
    }

    [Fact]
    public async Task StartAsync_EmptyPidFile_Starts()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(PidFile, "");
        await using var server = await StartAsync();
        Assert.Equal(1, await ExecuteAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task StartAsync_CopyOfRunningFolder_StartsItsOwnServer()
    {
        await using var original = await StartAsync();
        var copy = folder + "-copy";
        try
        {
            await RunAsync("cp", "-r", folder, copy);
            await using var server = await StartAsync(copy);

            Assert.True(server.StartedHere);
            Assert.Equal(Path.Combine(copy, "postgres"), await ExecuteAsync(server, "SHOW data_directory"));
            Assert.Equal(1, await ExecuteAsync(original, "SELECT 1"));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public async Task StartAsync_LongFolderWithChineseAndShellCharacters_Works()
    {
        var odd = Path.Combine(folder, "绿色 '发展' \"$(x)`" + new string('长', 40));
        await using var server = await StartAsync(odd);

        Assert.Equal(1, await ExecuteAsync(server, "SELECT 1"));
        await using var second = await StartAsync(odd);
        Assert.False(second.StartedHere);
    }

    [Fact]
    public async Task StartAsync_OtherMajorVersion_SaysSoAndTouchesNothing()
    {
        await using (await StartAsync())
        {
        }

        var version = Path.Combine(Cluster, "PG_VERSION");
        await File.WriteAllTextAsync(version, "12\n");

        var refusal = await Assert.ThrowsAsync<EmbeddedServerException>(() => StartAsync());

        Assert.Contains("由 PostgreSQL 12 建立", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y postgresql-12", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("12\n", await File.ReadAllTextAsync(version));
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task StartAsync_ForeignFolder_SaysSoAndTouchesNothing()
    {
        Directory.CreateDirectory(Cluster);
        await File.WriteAllTextAsync(Path.Combine(Cluster, "notes.txt"), "mine");

        var refusal = await Assert.ThrowsAsync<EmbeddedServerException>(() => StartAsync());

        Assert.Contains("不是本系统建立的数据库", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("GREENDEV_DATA", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("notes.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(Cluster))));
    }

    [Fact]
    public async Task StartAsync_BrokenConfiguration_ShowsTheServersReason()
    {
        await using (await StartAsync())
        {
        }

        await File.AppendAllTextAsync(Path.Combine(Cluster, "postgresql.conf"), "\nno_such_setting = 1\n");

        var refusal = await Assert.ThrowsAsync<EmbeddedServerException>(() => StartAsync());

        Assert.Contains("没有启动成功", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("no_such_setting", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_AsRootBelowPrivateFolder_NamesTheFolderAndTheSetting()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            Assert.Skip("Only root changes its user.");
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var refusal = await Assert.ThrowsAsync<EmbeddedServerException>(
            () => StartAsync(Path.Combine(folder, "home", ".data")));

        Assert.Contains($"无法进入目录 {folder}，", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("GREENDEV_DATA", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_OutOfTime_SaysSoInChinese()
    {
        var options = new EmbeddedServerOptions { DataDirectory = folder, StartTimeout = TimeSpan.FromMilliseconds(100) };

        var refusal = await Assert.ThrowsAsync<EmbeddedServerException>(
            () => EmbeddedServer.StartAsync(options, NullLogger.Instance, CancellationToken.None));
        Assert.Contains("没有就绪", refusal.Message, StringComparison.Ordinal);

        await using var server = await StartAsync();
        Assert.Equal(1, await ExecuteAsync(server, "SELECT 1"));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(400)]
    [InlineData(800)]
    [InlineData(1200)]
    public async Task StartAsync_Cancelled_LeavesNoServerAndCanBeRepeated(int milliseconds)
    {
        using var cancel = new CancellationTokenSource(milliseconds);
        try
        {
            await using var _ = await EmbeddedServer.StartAsync(folder, NullLogger.Instance, cancel.Token);
        }
        catch (OperationCanceledException exception)
        {
            Assert.Contains("启动被取消", exception.Message, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(PidFile));
        await using var server = await StartAsync();
        Assert.True(server.StartedHere);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<object?> ExecuteAsync(EmbeddedServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.AdministratorConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task KillAsync(int process)
    {
        using var server = Process.GetProcessById(process);
        Assert.Equal("postgres", server.ProcessName);
        server.Kill();
        // Its children need a moment to notice; a start meanwhile must cope, so no longer than this.
        await Task.Delay(50);
    }

    private static async Task WithSleepAsync(Func<Process, Task> act)
    {
        // As the server's own user: PostgreSQL ignores by itself the number of a process that it may not signal.
        using var stranger = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
            ? Process.Start("setpriv", ["--reuid=postgres", "--clear-groups", "sleep", "60"])
            : Process.Start("sleep", "60");
        try
        {
            await act(stranger);
        }
        finally
        {
            stranger.Kill();
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }

    private Task<EmbeddedServer> StartAsync() => StartAsync(folder);

    private static Task<EmbeddedServer> StartAsync(string folder) =>
        EmbeddedServer.StartAsync(folder, NullLogger.Instance, TestContext.Current.CancellationToken);

    private Task<EmbeddedServer> StartUnwatchedAsync() => EmbeddedServer.StartAsync(
        new EmbeddedServerOptions { DataDirectory = folder, WatchInterval = Timeout.InfiniteTimeSpan },
        NullLogger.Instance,
        TestContext.Current.CancellationToken);

    private static string PidFileIn(string folder) => Path.Combine(folder, "postgres", "postmaster.pid");

    private int ServerProcessId() => ServerProcessId(folder);

    private static int ServerProcessId(string folder) =>
        int.Parse(File.ReadLines(PidFileIn(folder)).First(), CultureInfo.InvariantCulture);

    /// <summary>By their working folder: whether any process of the server is left, its children among them.</summary>
    private static bool IsServerRunning(string folder) => Process.GetProcessesByName("postgres").Any(process =>
    {
        using (process)
        {
            return new DirectoryInfo($"/proc/{process.Id}/cwd").LinkTarget == Path.Combine(folder, "postgres");
        }
    });

    /// <summary>As the portal does: tries again for as long as it bridges an outage.</summary>
    private static async Task<object?> ExecuteWhenBackAsync(EmbeddedServer server, string sql)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var result = await ExecuteAsync(server, sql);
                TestContext.Current.SendDiagnosticMessage($"Back after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
                return result;
            }
            catch (NpgsqlException gone) when (gone.IsTransient && Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(12))
            {
                await Task.Delay(100);
            }
        }
    }
}
