using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>
/// Where the server listens: on a socket in a private folder, or, on Windows, on a free loopback port. Never on an
/// address that others reach.
/// </summary>
internal static partial class ServerAddress
{
    /// <summary>The shortest of the systems allows 104 bytes with the closing zero.</summary>
    private const int SocketPathLimit = 100;

    /// <summary>Makes the place ready; only inside the gate, with no server running.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="account">Owns what is made.</param>
    /// <param name="former">The dead server whose users are still there and hold its address; null if there are none.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>The server's options, which need no quoting in a shell.</returns>
    public static async Task<string> PrepareAsync(
        PostgresFolder folder, ServerAccount account, PostmasterFile? former, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            return string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={FreePort(former?.Port)}");
        }

        // In the data folder where that can be: unlike /tmp it is the same place for a service with PrivateTmp and for
        // a verb typed at a terminal.
        var longest = Path.Combine(folder.Socket, ".s.PGSQL.5432.lock");
        var socket = Plain().IsMatch(longest) && Encoding.UTF8.GetByteCount(longest) < SocketPathLimit
            ? folder.Socket
            : FormerFolder(former) ?? $"/tmp/greendev-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";
        if (IsOwn(socket))
        {
            // Emptied, not removed: in /tmp anybody could take the name meanwhile.
            Clear(socket);
        }
        else if (Directory.Exists(socket))
        {
            // What a killed server left would keep the new one out if its number has gone to another process.
            Directory.Delete(socket, recursive: true);
        }

        PostgresFolder.CreatePrivate(socket);
        await account.GiveAsync(socket, ct);
        return $"-c listen_addresses= -c port=5432 -c unix_socket_directories={socket}";
    }

    /// <summary>Removes a stopped server's folder, if it was one of those under /tmp.</summary>
    public static void Forget(PostmasterFile server)
    {
        // Matched to the end: the name comes from a file of the server's account, and this may be root.
        if (IsOwn(server.SocketFolder))
        {
            Directory.Delete(server.SocketFolder, recursive: true);
        }
    }

    /// <summary>Null where it was not one of those under /tmp, or is no longer there: a name once known is not made anew.</summary>
    private static string? FormerFolder(PostmasterFile? former) =>
        former is not null && IsOwn(former.SocketFolder) ? former.SocketFolder : null;

    /// <summary>Whether it is a folder under /tmp as made here, and no link that somebody put in its place.</summary>
    private static bool IsOwn(string folder) =>
        OwnFolder().IsMatch(folder) && new DirectoryInfo(folder) is { Exists: true, LinkTarget: null };

    [UnsupportedOSPlatform("windows")]
    private static void Clear(string folder)
    {
        // Fails where the folder is somebody else's after all.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var left in new DirectoryInfo(folder).EnumerateFiles())
        {
            left.Delete();
        }
    }

    private static int FreePort(int? wanted)
    {
        using var listener = new TcpListener(IPAddress.Loopback, wanted ?? 0);
        try
        {
            listener.Start();
        }
        catch (SocketException) when (wanted is not null)
        {
            return FreePort(wanted: null);
        }

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^/tmp/greendev-[0-9a-f]{16}\z")]
    private static partial Regex OwnFolder();

    /// <summary>Needs quoting neither in a shell nor in PostgreSQL's list of folders.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9/._-]+\z")]
    private static partial Regex Plain();
}
