namespace Tongliao.GreenDev.Application.Audit;

/// <summary>Which entries of the audit are wanted, and in which order; what is null or blank is not asked for.</summary>
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

    /// <summary>What it was done to, in the words of <see cref="AuditSubject.Word"/>, whole or in part.</summary>
    public string? Subject { get; init; }

    /// <summary>Part of a text, or a whole number, that was written: reasons, documents, names, figures.</summary>
    public string? Text { get; init; }

    /// <summary>Entries that are equal in it follow each other as they happened.</summary>
    public AuditColumn Sort { get; init; }

    public bool IsAscending { get; init; }
}
