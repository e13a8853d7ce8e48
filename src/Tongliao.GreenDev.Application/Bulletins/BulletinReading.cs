using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Bulletins;

namespace Tongliao.GreenDev.Application.Bulletins;

/// <summary>An edition as a reader has it before them.</summary>
/// <param name="Facts">The plan.</param>
/// <param name="Edition">As it was issued.</param>
/// <param name="Last">The number of the last edition of the quarter.</param>
/// <param name="Since">Its numbers that are others by now; null for who may not see every unit, and of an edition that was corrected.</param>
public sealed record BulletinReading(PlanFacts Facts, BulletinEdition Edition, int Last, IReadOnlyList<BulletinChange>? Since)
{
    /// <summary>已有更正: a later edition has taken its place.</summary>
    public bool IsSuperseded => Edition.Number < Last;
}
