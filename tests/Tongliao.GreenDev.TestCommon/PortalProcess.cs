using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>The published portal as a process of its own, on a data folder of its own with its own PostgreSQL.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gde-{Guid.CreateVersion7():N}");
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly StringBuilder output = new();
    private Process? process;

    public PortalProcess()
        : this(new Dictionary<string, string>())
    {
    }

    /// <param name="settings">Environment variables, for example <c>Circuits__MaxPerUser</c>.</param>
    public PortalProcess(IReadOnlyDictionary<string, string> settings) => this.settings = settings;

    public string Address { get; } = FreeAddress();

    /// <summary>Of the serving process.</summary>
    public int ProcessId => process!.Id;

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
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var verb = Start(arguments);
        var standardOutput = verb.StandardOutput.ReadToEndAsync();
        var errors = verb.StandardError.ReadToEndAsync();
        await verb.WaitForExitAsync();
        return verb.ExitCode == 0
            ? await standardOutput
            : throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {verb.ExitCode}: {await errors}");
    }

    /// <summary>The last line of a verb's output: a password or a token.</summary>
    public async Task<string> LastLineAsync(params string[] arguments) =>
        (await RunAsync(arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];

    /// <summary>Serves until disposed.</summary>
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

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            // As an operator would: SIGTERM, so that the own PostgreSQL stops with the portal.
            using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(limit.Token);
            process.Dispose();
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
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
        foreach (var (name, value) in settings)
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
