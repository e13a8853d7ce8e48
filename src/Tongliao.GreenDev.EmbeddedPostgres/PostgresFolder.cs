using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>What lies where in the data folder: the cluster, its password, its socket and its log.</summary>
internal sealed class PostgresFolder
{
    public const string ClusterName = "postgres";
    public const string LogName = "postgres-log";
    public const string StartLogName = "start.log";

    private const string StagingPrefix = "postgres-new-";
    private const int TailLines = 15;
    private const int TailBytes = 16 * 1024;
    private static readonly TimeSpan LogsKept = TimeSpan.FromDays(6);

    /// <param name="dataDirectory">The portal's data folder; made if absent.</param>
    public PostgresFolder(string dataDirectory)
    {
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory));
        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path);
            if (!OperatingSystem.IsWindows())
            {
                // The server's account must be able to pass through where it is not the portal's.
                File.SetUnixFileMode(path, Private | (Environment.IsPrivilegedProcess ? UnixFileMode.OtherExecute : 0));
            }
        }

        Root = RealPath(path);
    }

    private static UnixFileMode Private => UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root { get; }

    public string Cluster => Path.Combine(Root, ClusterName);

    public string Socket => Path.Combine(Root, "postgres-run");

    public string Log => Path.Combine(Root, LogName);

    private string PasswordFile => Path.Combine(Root, "postgres-password");

    /// <returns>The major version that made the cluster; null if there is none yet.</returns>
    public int? ReadMajor()
    {
        if (!Directory.Exists(Cluster) || !Directory.EnumerateFileSystemEntries(Cluster).Any())
        {
            return null;
        }

        var version = Path.Combine(Cluster, "PG_VERSION");
        if (File.Exists(version) && File.Exists(PasswordFile)
            && int.TryParse(File.ReadAllText(version), CultureInfo.InvariantCulture, out var major))
        {
            return major;
        }

        throw new EmbeddedServerException(
            $"""
            目录 {Cluster} 里已有内容，但不是本系统建立的数据库（缺少 PG_VERSION 或 {PasswordFile}）。内容未被改动。请任选其一：
              1. 把 GREENDEV_DATA 设为另一个空目录
              2. 如果确是本系统的数据，从备份补回缺少的文件后重新启动
              3. 如果是别的数据库服务器的数据，设置 ConnectionStrings__GreenDev 连接那台服务器
            """);
    }

    /// <summary>
    /// A name where initdb may work; the rename to the cluster's makes it one, so that half a cluster is never taken
    /// for a whole. New each time: an initdb that outlived a killed portal empties its folder when it fails.
    /// </summary>
    public string NewStaging()
    {
        foreach (var left in new DirectoryInfo(Root).EnumerateFileSystemInfos(StagingPrefix + "*"))
        {
            try
            {
                if (left is DirectoryInfo directory)
                {
                    directory.Delete(recursive: true);
                }
                else
                {
                    left.Delete();
                }
            }
            catch (IOException)
            {
                // Still being written to; the next new cluster, if there ever is one, clears it away.
            }
        }

        return Path.Combine(Root, StagingPrefix + RandomNumberGenerator.GetHexString(8, lowercase: true));
    }

    public string ReadPassword() => File.ReadAllText(PasswordFile).Trim();

    public string WriteNewPassword()
    {
        var password = RandomNumberGenerator.GetHexString(64, lowercase: true);
        WritePrivate(PasswordFile, password);
        return password;
    }

    /// <summary>Writes a file only its owner can read; never through a file or link that is already there.</summary>
    public static void WritePrivate(string path, string text)
    {
        File.Delete(path);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    public static void CreatePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Private);
        }
    }

    /// <summary>A server that is down at midnight does not overwrite last week's file of the day, so it is done here.</summary>
    public void PruneLogs()
    {
        var limit = TimeProvider.System.GetUtcNow().UtcDateTime - LogsKept;
        File.Delete(Path.Combine(Log, StartLogName));
        foreach (var path in Directory.EnumerateFiles(Log, "*.log").Where(path => File.GetLastWriteTimeUtc(path) < limit))
        {
            File.Delete(path);
        }
    }

    public string StartLog() => Tail(Path.Combine(Log, StartLogName));

    /// <summary>The last lines of the start's own log and of the newest log of the running server.</summary>
    public string LogTail()
    {
        if (!Directory.Exists(Log))
        {
            return "";
        }

        var newest = Directory.EnumerateFiles(Log, "postgresql-*.log").MaxBy(File.GetLastWriteTimeUtc);
        return $"{StartLog()}\n{(newest is null ? "" : Tail(newest))}".Trim();
    }

    private static string Tail(string path)
    {
        if (!File.Exists(path))
        {
            return "";
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(-Math.Min(stream.Length, TailBytes), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(TailLines));
    }

    /// <summary>Without links, as the server itself reports its folder.</summary>
    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var folder = new DirectoryInfo(Path.Combine(RealPath(parent), Path.GetFileName(path)));
        return folder.ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : folder.FullName;
    }
}
