namespace Tongliao.GreenDev.Application.Changes;

/// <summary>What stands there instead of what the caller thought.</summary>
/// <param name="Version">To be carried back.</param>
public abstract record CurrentState(int Version)
{
    /// <summary>Name and office of whoever changed it last.</summary>
    public string ChangedBy { get; init; } = "";

    public DateTimeOffset? ChangedAt { get; init; }
}
