using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What one unit was told to reach, and when.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="InForce">现行.</param>
/// <param name="History">All that were ever set for the year, the latest first.</param>
public sealed record UnitTargetLine(ReportingUnit Unit, UnitTarget? InForce, IReadOnlyList<UnitTarget> History)
{
    /// <summary>The version of the last one entered, 0 for none; to be carried back by whoever adds another.</summary>
    public int Version => History.Select(target => target.Version).DefaultIfEmpty().Max();
}
