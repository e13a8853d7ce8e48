namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>Where the embedded PostgreSQL keeps its data and how long it may take to start.</summary>
public sealed class EmbeddedServerOptions
{
    /// <summary>The portal's data folder (GREENDEV_DATA); the cluster lies in its subfolder <c>postgres</c>.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Limit for creating, recovering and starting the server, in seconds of wall time; default 60 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often it is looked whether the server lives; it is started again where it has died; default 0.5 s. Infinite: never.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>For tests, whose data ends with them: whatever only a power cut or years of use ask for is left out.</summary>
    internal bool IsPassing { get; init; }
}
