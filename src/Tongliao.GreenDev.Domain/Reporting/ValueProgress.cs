namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>Where one value of a unit's report stands, and since when.</summary>
public sealed record ValueProgress(int UnitId, ValueStatus Status, DateTimeOffset? FirstSubmittedAt, DateTimeOffset? ChangedAt);
