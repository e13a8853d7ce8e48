namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A unit's target for a year (分解指标) as the bureau types it.</summary>
public sealed record SetUnitTarget(
    string UnitCode, int IndicatorNumber, int Year, decimal? Value, string? Document, DateOnly? EffectiveFrom)
{
    /// <summary>The version of the last target that was read, 0 for none; null to follow whatever stands there.</summary>
    public int? Version { get; init; }
}
