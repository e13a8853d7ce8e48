using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Timeliness;

/// <summary>Where a value of a report stands.</summary>
/// <param name="Indicator">序号.</param>
/// <param name="Status">Its status.</param>
/// <param name="ChangedAt">Since when; null when nothing was ever saved.</param>
public sealed record HeldValue(int Indicator, ValueStatus Status, DateTimeOffset? ChangedAt);
