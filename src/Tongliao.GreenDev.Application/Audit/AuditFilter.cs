namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Which entries of the audit are wanted; what is null or blank is not asked for.</summary>
public sealed record AuditFilter
{
    /// <summary>The first day, as the offices count days.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>One of <see cref="AuditKinds"/>.</summary>
    public string? Kind { get; init; }

    /// <summary>Part of the name, unit or role of whoever acted.</summary>
    public string? User { get; init; }

    /// <summary>Only entries older than this one: the next page.</summary>
    public long? Before { get; init; }
}
