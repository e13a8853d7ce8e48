using Tongliao.GreenDev.Application.Changes;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>The last target of a unit, indicator and year as it stands by now; all null when there is none.</summary>
public sealed record CurrentTarget(int Version, decimal? Value, string? Document, DateOnly? EffectiveFrom) : CurrentState(Version);
