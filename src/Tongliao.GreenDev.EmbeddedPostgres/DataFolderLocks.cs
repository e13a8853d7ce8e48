namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>
/// The two locks by which processes share one data folder. The gate admits one process at a time to starting,
/// attaching and stopping. The presence is shared by all that use the server: who can take it alone is the last.
/// </summary>
/// <remarks>
/// Locks of the operating system, which fall with their process even under kill -9. The files are never deleted:
/// a lock on an unlinked file excludes nobody. They work between processes and within one.
/// </remarks>
internal sealed class DataFolderLocks(string folder)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string gateFile = Path.Combine(folder, "postgres-gate.lock");
    private readonly string presenceFile = Path.Combine(folder, "postgres-presence.lock");

    public async Task<IDisposable> EnterAsync(CancellationToken ct)
    {
        while (true)
        {
            if (TryTakeAlone(gateFile) is { } gate)
            {
                return gate;
            }

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>Registers a user of the server. Only inside the gate.</summary>
    public IDisposable Join() => Open(presenceFile, FileAccess.Read, FileShare.Read);

    /// <summary>Whether no process at all is registered. Only inside the gate.</summary>
    public bool IsDeserted()
    {
        using var alone = TryTakeAlone(presenceFile);
        return alone is not null;
    }

    private static FileStream? TryTakeAlone(string path)
    {
        try
        {
            return Open(path, FileAccess.ReadWrite, FileShare.None);
        }
        // The exact type: its descendants say that the folder is missing and the like.
        catch (IOException exception) when (exception.GetType() == typeof(IOException))
        {
            return null;
        }
    }

    private static FileStream Open(string path, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
