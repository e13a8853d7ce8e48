namespace Tongliao.GreenDev.EmbeddedPostgres;

/// <summary>What answers at a server's address.</summary>
internal enum ServerAnswer
{
    /// <summary>Nobody.</summary>
    Silence,

    /// <summary>A server that does not take sessions yet, or no longer.</summary>
    Busy,

    /// <summary>The server of another data folder, as after a folder was copied together with its postmaster.pid.</summary>
    Stranger,

    /// <summary>This folder's server.</summary>
    Ours,
}
