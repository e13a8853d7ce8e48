namespace Tongliao.GreenDev.Application.Setup;

/// <summary>Settings of the database server that must not be off.</summary>
/// <param name="Settings">By their names in PostgreSQL.</param>
public sealed record DurabilityDemand(params IReadOnlyList<string> Settings)
{
    /// <summary>Without one of these a power cut may take what was confirmed.</summary>
    public static DurabilityDemand Full { get; } = new("fsync", "full_page_writes", "synchronous_commit");
}
