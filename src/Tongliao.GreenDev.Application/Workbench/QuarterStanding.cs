using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Values of one quarter in one status.</summary>
/// <param name="Quarter">Whose values.</param>
/// <param name="Status">Where they stand.</param>
/// <param name="Values">How many.</param>
/// <param name="Units">From how many units.</param>
/// <param name="Since">When the oldest of them came there; null for values never touched.</param>
public sealed record QuarterStanding(Quarter Quarter, ValueStatus Status, int Values, int Units, DateTimeOffset? Since);
