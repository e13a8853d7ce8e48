using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Why a unit's report of a period is not complete.</summary>
/// <param name="Progress">How far it has come.</param>
/// <param name="Holdups">The gravest first; empty when all has reached the city.</param>
/// <param name="RemindedAt">When it was last reminded (催报); null for never.</param>
public sealed record UnitHoldups(UnitProgress Progress, IReadOnlyList<Holdup> Holdups, DateTimeOffset? RemindedAt);
