using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>What a running, or killed, server wrote to its <c>postmaster.pid</c>.</summary>
internal sealed record PostmasterFile(int ProcessId, int Port, string SocketFolder)
{
    private const string Name = "postmaster.pid";

    /// <summary>No system hands out so high a number.</summary>
    private const int NobodysProcessId = int.MaxValue;

    /// <summary>Where clients find the server: the folder of its socket, or the loopback address.</summary>
    public string Host => SocketFolder.Length > 0 ? SocketFolder : "127.0.0.1";

    /// <returns>Null if there is none, or it is not yet written to the end.</returns>
    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            // Lines: process, data folder, start time, port, socket folder, address, shared memory key, status.
            var lines = File.ReadAllLines(Path.Combine(cluster, Name));
            return lines.Length > 4
                && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)
                && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
                    ? new PostmasterFile(process, port, lines[4].Trim())
                    : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether the process lives and is a PostgreSQL, though perhaps one of another data folder.</summary>
    public bool IsPostgresAlive()
    {
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.ProcessName is "postgres" or "postmaster" && !IsZombie();
        }
        catch (Exception exception) when (
            exception is ArgumentException or InvalidOperationException or Win32Exception or IOException)
        {
            return false;
        }
    }

    /// <summary>
    /// Frees a cluster without a server of a file left behind: where its number has gone to another process, or the
    /// dead one was never reaped, PostgreSQL would refuse to start. The number is overwritten and the file kept: by the
    /// shared memory key in it the new server still sees surviving backends of the old one, and waits for them.
    /// </summary>
    public static void Disarm(string cluster)
    {
        var path = Path.Combine(cluster, Name);
        if (Read(cluster) is null)
        {
            // Cut off while it was being written; PostgreSQL refuses an empty one, too.
            File.Delete(path);
            return;
        }

        var lines = File.ReadAllLines(path);
        lines[0] = NobodysProcessId.ToString(CultureInfo.InvariantCulture);
        File.WriteAllLines(path, lines);
    }

    /// <summary>Dead but not reaped, as is usual in a container whose first process is no init.</summary>
    private bool IsZombie()
    {
        var path = $"/proc/{ProcessId}/stat";
        return OperatingSystem.IsLinux() && File.Exists(path)
            && File.ReadAllText(path).Contains(") Z ", StringComparison.Ordinal);
    }
}
