using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>What of a value's history bears on the decision about it.</summary>
/// <param name="Last">The last change; null for a value that was never saved.</param>
/// <param name="Opening">Which reviewer opened this version first; null while none has.</param>
/// <param name="Returned">The last return or reopening that the city has not decided on since, with what the value said then.</param>
/// <param name="Submitted">The submission after that.</param>
public sealed record ValueTrail(ValueRevision? Last, ValueOpening? Opening, ValueRevision? Returned, ValueRevision? Submitted)
{
    /// <summary>Of a value that nobody has touched.</summary>
    public static ValueTrail None { get; } = new(null, null, null, null);

    /// <summary>答复 of the clerk to the return; null while there is none.</summary>
    public string? Answer => Submitted?.Reason;

    /// <summary>Whether the clerk may still withdraw it, as far as its history goes.</summary>
    public bool IsUnopened => Opening is null && Last is { Kind: RevisionKind.Submit };
}
