namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Where one value of a unit's report stands, and since when.</summary>
public sealed record ValueProgress(int UnitId, ValueStatus Status, DateTimeOffset? FirstSubmittedAt, DateTimeOffset? ChangedAt)
{
    /// <summary>不适用: explained instead of reported.</summary>
    public bool IsNotApplicable { get; init; }

    /// <summary>It came back at least once.</summary>
    public bool WasReturned { get; init; }
}
