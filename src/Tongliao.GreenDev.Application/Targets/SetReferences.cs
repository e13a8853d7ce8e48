namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Everything that was changed on the reference sheet, recorded together or not at all.</summary>
/// <param name="Entries">The cells.</param>
/// <param name="Document">依据文件 of all targets among them.</param>
/// <param name="EffectiveFrom">生效日期 of all targets; null for 1 January of each one's year.</param>
/// <param name="IsConfirmed">What <see cref="ReferenceDoubts"/> asks was seen and is meant.</param>
public sealed record SetReferences(IReadOnlyList<ReferenceEntry> Entries, string? Document, DateOnly? EffectiveFrom, bool IsConfirmed);
