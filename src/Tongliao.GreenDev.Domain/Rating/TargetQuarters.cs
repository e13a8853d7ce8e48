using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Which quarters a unit's own target (分解指标) is for.</summary>
public static class TargetQuarters
{
    /// <summary>The last day from which a target for a year can still hold: the report date of the year's last quarter.</summary>
    public static DateOnly LastEffectiveDay(int year) => new Quarter(year, 4).LastDay;

    /// <summary>
    /// The quarters of its year that are judged by it; none when others that begin later stand before it, or when it came after the
    /// lock, in all of them.
    /// </summary>
    /// <param name="target">The target.</param>
    /// <param name="all">All targets of the unit for the indicator, this one too.</param>
    /// <param name="lockedAt">When a quarter was locked; null when it is not.</param>
    public static IReadOnlyList<Quarter> AppliesTo(
        this UnitTarget target, IReadOnlyCollection<UnitTarget> all, Func<Quarter, DateTimeOffset?> lockedAt) =>
    [
        .. Enumerable.Range(1, 4).Select(number => new Quarter(target.Year, number))
            .Where(quarter => UnitTarget.InForce(all.Where(other => other.IsCorrection || other.Recorded.IsKnownAt(lockedAt(quarter))), target.Year, quarter.LastDay) == target),
    ];
}
