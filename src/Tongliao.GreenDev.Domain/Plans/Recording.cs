namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>When and by whom something was recorded: from that moment on the portal knew it.</summary>
/// <param name="At">The moment, UTC.</param>
/// <param name="ById">The person; null for the system itself.</param>
/// <param name="ByName">Name with office as they were then.</param>
public sealed record Recording(DateTimeOffset At, Guid? ById, string ByName)
{
    /// <summary>On a screen, unless it says otherwise.</summary>
    public Way Way { get; init; }

    /// <summary>For what is only assumed on trial (试算).</summary>
    public static Recording OnTrial { get; } = new(DateTimeOffset.MinValue, ById: null, "试算");

    /// <summary>Whether it was known at a moment; null for now.</summary>
    public bool IsKnownAt(DateTimeOffset? moment) => moment is null || At <= moment;
}
