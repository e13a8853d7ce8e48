using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>A period that something is to be done with.</summary>
/// <param name="Quarter">Which.</param>
/// <param name="Version">The version that was read; null to do it whatever stands there by now.</param>
/// <param name="Reason">What a person was asked for, who says why where it matters; null of a program, which has no place for one.</param>
public sealed record SeenPeriod(Quarter Quarter, int? Version = null, AskedReason? Reason = null)
{
    public static implicit operator SeenPeriod(Quarter quarter) => new(quarter);

    public static implicit operator SeenPeriod(Seen<Quarter> seen) => new(seen.Subject, seen.Version);
}
