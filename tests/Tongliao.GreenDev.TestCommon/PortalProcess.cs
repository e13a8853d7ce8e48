using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.EmbeddedPostgres;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>
/// The published portal as a process of its own, on a data folder of its own with its own PostgreSQL. It can be ended and
/// started again: address and data stay.
/// </summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    /// <summary>Of a verb: loading the demo data takes longest, a few seconds.</summary>
    private static readonly TimeSpan VerbLimit = TimeSpan.FromSeconds(120);

    private readonly string folder = PassingFolder.New("gde");
    private readonly StringBuilder output = new();
    private Process? process;

    public string Address { get; } = FreeAddress();

    /// <summary>Of the serving process.</summary>
    public int ProcessId => process!.Id;

    /// <summary>Settings by their environment variables, for example <c>Circuits__MaxPerUser</c>.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>Whether its PostgreSQL runs, or was killed and could not say good-bye.</summary>
    public bool HasDatabaseServer => File.Exists(Path.Combine(folder, "postgres", "postmaster.pid"));

    /// <summary>What the portal printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>An address on loopback that nobody listens at.</summary>
    public static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    /// <summary>Runs a verb and gives its standard output.</summary>
    /// <exception cref="TimeoutException">It had not ended in two minutes; now it has, by force.</exception>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var verb = Start(arguments);
        var standardOutput = verb.StandardOutput.ReadToEndAsync();
        var errors = verb.StandardError.ReadToEndAsync();
        await EndAsync(verb, VerbLimit);

        // A server that it left behind must not keep these open.
        return verb.ExitCode == 0
            ? await standardOutput.WaitAsync(StopLimit)
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {verb.ExitCode}: {await errors.WaitAsync(StopLimit)}");
    }

    /// <summary>The last line of a verb's output: a password or a token.</summary>
    public async Task<string> LastLineAsync(params string[] arguments) =>
        (await RunAsync(arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];

    /// <summary>Begins on a copy of the data of a portal that does not serve, as after a restored backup.</summary>
    /// <exception cref="InvalidOperationException">The other portal's PostgreSQL runs: what it holds is not all in its files.</exception>
    public async Task TakeDataOfAsync(PortalProcess other)
    {
        if (other.HasDatabaseServer)
        {
            throw new InvalidOperationException($"A PostgreSQL runs on {other.folder}.");
        }

        // Its files belong to the database's own account, which a copy by the framework would lose.
        using var copy = Process.Start("cp", ["--archive", "--no-target-directory", other.folder, folder]);
        await EndAsync(copy, VerbLimit);
        if (copy.ExitCode != 0)
        {
            throw new InvalidOperationException($"{other.folder} could not be copied.");
        }
    }

    /// <summary>Serves until stopped, killed or disposed.</summary>
    public async Task ServeAsync()
    {
        process = Start([]);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var client = new HttpClient();
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < StartLimit)
        {
            if (process.HasExited)
            {
                // Until the last line has been read.
                await process.WaitForExitAsync().WaitAsync(StopLimit);
                throw new InvalidOperationException("The portal ended while starting: " + Output);
            }

            try
            {
                if ((await client.GetAsync(new Uri(Address + "/health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException("The portal did not get ready: " + Output);
    }

    /// <summary>As an operator would: SIGTERM, so that the own PostgreSQL stops with the portal.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="TimeoutException">It had not ended by then; now it has, by force.</exception>
    public async Task<int> StopAsync(TimeSpan limit)
    {
        using var ending = Running();
        using var signal = Process.Start("kill", ["-TERM", ending.Id.ToString(CultureInfo.InvariantCulture)]);
        await EndAsync(ending, limit);
        return ending.ExitCode;
    }

    /// <summary>As the system would when memory runs out: SIGKILL, without a word to anybody. Its PostgreSQL lives on.</summary>
    public async Task KillAsync()
    {
        using var ending = Running();
        ending.Kill();
        await ending.WaitForExitAsync().WaitAsync(StopLimit);
    }

    /// <summary>SIGKILL for its PostgreSQL as a whole, which stays down until a portal starts it.</summary>
    public void KillDatabaseServer()
    {
        using var server = Process.GetProcessById(DatabaseServerId());
        server.Kill();
    }

    /// <summary>SIGKILL for one process of its PostgreSQL, which drops all connections and recovers by itself, as after the system killed one for its memory.</summary>
    /// <param name="random">Says which.</param>
    public void KillDatabaseProcess(Random random)
    {
        var server = DatabaseServerId().ToString(CultureInfo.InvariantCulture);
        var children = File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            using var child = Process.GetProcessById(int.Parse(children[random.Next(children.Length)], CultureInfo.InvariantCulture));
            child.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended since.
        }
    }

    private int DatabaseServerId() =>
        int.Parse(File.ReadLines(Path.Combine(folder, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Waits until the portal has printed a text.</summary>
    public async Task WaitForOutputAsync(string text, TimeSpan limit)
    {
        var started = Stopwatch.GetTimestamp();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                throw new TimeoutException($"The portal did not print “{text}”: {Output}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>A connection to the portal's own database while it serves.</summary>
    public async Task<NpgsqlConnection> OpenDatabaseAsync()
    {
        // Only the address is asked for: whoever stayed attached would keep the server alive after the portal.
        await using var server = await EmbeddedServer.StartAsync(folder, NullLogger.Instance, CancellationToken.None);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await StopAsync(StopLimit);
        }

        if (HasDatabaseServer)
        {
            // Left by a killed portal. Who uses it last stops it.
            await using var last = await EmbeddedServer.StartAsync(folder, NullLogger.Instance, CancellationToken.None);
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task EndAsync(Process ending, TimeSpan limit)
    {
        try
        {
            await ending.WaitForExitAsync().WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            ending.Kill();
            throw;
        }
    }

    private Process Running()
    {
        var running = process ?? throw new InvalidOperationException("The portal does not serve.");
        process = null;
        return running;
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(Program())!,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["GREENDEV_DATA"] = folder;
        start.Environment["ASPNETCORE_URLS"] = Address;
        start.Environment.Remove("ConnectionStrings__GreenDev");

        // The poorest locale: every word must be Chinese all the same.
        start.Environment["LANG"] = "C";
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private void Keep(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string Program()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var published = Path.Combine(directory.FullName, "artifacts", "portal", "Tongliao.GreenDev.Web.dll");
            if (File.Exists(published))
            {
                return published;
            }
        }

        throw new InvalidOperationException("Publish the portal to artifacts/portal first; eng/test.sh does.");
    }
}
