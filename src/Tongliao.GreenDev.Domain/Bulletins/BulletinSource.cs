namespace Tongliao.GreenDev.Domain.Bulletins;

/// <summary>Where a number comes from.</summary>
/// <param name="Topic">What tells it.</param>
/// <param name="UnitCode">Whose; null where it is of the plan.</param>
/// <param name="Indicator">Of a light, its indicator.</param>
public sealed record BulletinSource(BulletinTopic Topic, string? UnitCode, int? Indicator);
