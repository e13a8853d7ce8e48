using System.ComponentModel;
using System.Diagnostics;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>Runs one of PostgreSQL's programs to its end, with its output drained.</summary>
internal static class ChildProcess
{
    /// <summary>
    /// On Windows a server inherits its starter's pipes and keeps them open, so their end never comes.
    /// </summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    // On Unix nothing else is handed down: the portal's secrets are no business of the server's account, and with
    // systemd's NOTIFY_SOCKET the server would report its own state as the portal's.
    private static readonly string[] UnixVariables = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR"];
    private static readonly string[] WindowsBarred = ["PG", "GREENDEV", "ConnectionStrings"];

    public static async Task<ChildResult> RunAsync(
        string program, IEnumerable<string> arguments, string? workingDirectory, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        using var process = new Process { StartInfo = Describe(program, arguments, workingDirectory) };
        try
        {
            process.Start();
        }
        catch (Win32Exception exception)
        {
            return new ChildResult(-1, exception.Message);
        }

        return await DrainAsync(process, ct);
    }

    /// <summary>The first folder of PATH, or of the usual places for system tools, that holds the program.</summary>
    public static string? Find(string program) => SearchPath()
        .Concat(OperatingSystem.IsWindows() ? [] : ["/usr/sbin", "/sbin", "/usr/bin", "/bin"])
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    public static IEnumerable<string> SearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(Path.IsPathFullyQualified);

    private static async Task<ChildResult> DrainAsync(Process process, CancellationToken ct)
    {
        process.StandardInput.Close();
        // Not WaitForExit's own drain: see DrainLimit.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // The tree, for initdb's own children. So pg_ctl is never run under a token: the server descends from it.
            process.Kill(entireProcessTree: true);
            throw;
        }

        await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(DrainLimit, CancellationToken.None));
        return new ChildResult(process.ExitCode, $"{TextOf(output)}{TextOf(error)}".Trim());
    }

    private static ProcessStartInfo Describe(string program, IEnumerable<string> arguments, string? workingDirectory)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory ?? "",
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in info.Environment.Keys.Where(IsBarred).ToList())
        {
            info.Environment.Remove(name);
        }

        // English messages whatever the machine's language is: one of them is recognised at start.
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    private static bool IsBarred(string name) => OperatingSystem.IsWindows()
        ? WindowsBarred.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        : !UnixVariables.Contains(name, StringComparer.Ordinal);

    private static string TextOf(Task<string> reading) => reading.IsCompletedSuccessfully ? reading.Result : "";
}
