using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>Resident memory of open circuits, each page in a fresh process, beside a page with nothing on it.</summary>
internal static class CircuitTable
{
    private const int Count = 300;

    /// <summary>Opened and closed first, so that what a process loads once is not laid on the circuits.</summary>
    private const int WarmUps = 50;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static async Task PrintAsync(int rounds)
    {
        await RestoreAsync();
        var table = new MarkdownTable(Console.Out, "circuits, 300 at once", "first render p50 ms", "KiB each", "ratio to empty");
        for (var round = 0; round < rounds; round++)
        {
            var empty = await OfEmptyAsync();
            table.Row($"an empty interactive page", $"{empty.FirstRender:0}", $"{empty.Kibibytes:0}", $"1.00");
            await PrintAsync(table, "lingdao", "/dashboard?period=2025Q3", empty.Kibibytes);
            await PrintAsync(table, "naiman-tb", "/entry?period=2025Q4", empty.Kibibytes);
            await PrintAsync(table, "zhujian", "/review/150502?period=2025Q4", empty.Kibibytes);
            await PrintAsync(table, "admin", "/admin/users", empty.Kibibytes);
            await PrintAsync(table, "shenji", "/audit", empty.Kibibytes);
        }
    }

    private static async Task PrintAsync(MarkdownTable table, string loginName, string path, double empty)
    {
        await using var portal = await PublishedPortal.StartAsync();
        using var visitor = await portal.SignInAsync(loginName);
        await visitor.GetAsync(path);
        var (firstRender, kibibytes) = await HoldAsync(portal.Address, path, portal.ProcessId, visitor.CookieHeader);
        table.Row($"{path}", $"{firstRender:0}", $"{kibibytes:0}", $"{kibibytes / empty:0.00}");
    }

    private static async Task<(double FirstRender, double Kibibytes)> OfEmptyAsync()
    {
        var address = TestCommon.PortalProcess.FreeAddress();
        using var process = Process.Start("dotnet", [typeof(CircuitTable).Assembly.Location, "empty", address]);
        try
        {
            using var client = new HttpClient();
            var started = Stopwatch.GetTimestamp();
            while (!await AnswersAsync(client, address))
            {
                if (process.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(30))
                {
                    throw new InvalidOperationException("The empty page did not start.");
                }

                await Task.Delay(100);
            }

            return await HoldAsync(address, "/", process.Id, cookie: "");
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string address)
    {
        try
        {
            return (await client.GetAsync(new Uri(address))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<(double FirstRender, double Kibibytes)> HoldAsync(string address, string path, int server, string cookie)
    {
        await OpenAsync(WarmUps, address, path, server, cookie);
        await Task.Delay(Rest);
        var before = ResidentKibibytes(server);
        var (firstRender, held) = await OpenAsync(Count, address, path, server, cookie);
        return (firstRender, (held - before) / Count);
    }

    /// <summary>Opens circuits, looks at the server's memory while they are open, and closes them.</summary>
    private static async Task<(double FirstRender, double Kibibytes)> OpenAsync(int count, string address, string path, int server, string cookie)
    {
        using var opener = Process.Start(new ProcessStartInfo("node", [Script("circuits.mjs"), address, path, $"{count}", cookie])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await opener.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The circuits of {path} did not open.");
        await Task.Delay(Rest);
        var held = ResidentKibibytes(server);
        opener.StandardInput.Close();
        await opener.WaitForExitAsync();
        return (JsonDocument.Parse(line).RootElement.GetProperty("firstRenderMs").GetDouble(), held);
    }

    private static double ResidentKibibytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>The client library, by its lock file.</summary>
    private static async Task RestoreAsync()
    {
        if (!Directory.Exists(Script("node_modules")))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
            {
                WorkingDirectory = Script(""),
            })!;
            await npm.WaitForExitAsync();
        }
    }

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "circuits", name);
}
