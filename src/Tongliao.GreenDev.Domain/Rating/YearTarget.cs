using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>The year's target (全年目标) in force on a quarter's last day: the annex's number, or a unit's own (分解指标) in its place.</summary>
/// <param name="Annex">The plan's target, which also says how a value must stand to the number.</param>
/// <param name="Own">The 分解指标 in force, null where the annex's number holds.</param>
/// <param name="IsMissing">未分解: a unit's sum without a target of its own; the annex's number is the city's.</param>
public sealed record YearTarget(IndicatorTarget Annex, UnitTarget? Own, bool IsMissing)
{
    /// <summary>The number in force, in the unit in which the year's value is said.</summary>
    public decimal Number => Own?.Value ?? Annex.Value;

    /// <summary>Whose it is, where it is not the annex's own for the whole: 分解指标, or that there is none; empty otherwise.</summary>
    public string OriginWord => Own is not null ? "分解指标" : IsMissing ? "方案目标，未分解到本单位" : "";

    public Comparison Comparison => Annex.Comparison;

    public TargetBasis Basis => Annex.Basis;

    /// <summary>That of the year before as in force on the same day, where a path may start; null in the plan's first year.</summary>
    public YearTarget? Before { get; private init; }

    /// <summary>The target of the city, or of a unit with <paramref name="ownTargets"/>.</summary>
    /// <param name="indicator">What is judged.</param>
    /// <param name="quarter">When.</param>
    /// <param name="ownTargets">The unit's 分解指标 of all years and days; null for the city.</param>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no target for the quarter's year.</exception>
    public static YearTarget Of(Indicator indicator, Quarter quarter, IReadOnlyList<UnitTarget>? ownTargets)
    {
        var target = Find(indicator, quarter.Year, quarter.LastDay, ownTargets)
            ?? throw new ArgumentOutOfRangeException(nameof(quarter), $"Indicator {indicator.Number} has no target for {quarter.Year}.");
        return target with { Before = Find(indicator, quarter.Year - 1, quarter.LastDay, ownTargets) };
    }

    private static YearTarget? Find(Indicator indicator, int year, DateOnly day, IReadOnlyList<UnitTarget>? ownTargets)
    {
        var own = UnitTarget.InForce(ownTargets ?? [], year, day);
        return indicator.TargetOf(year) is { } annex
            ? new YearTarget(annex, own, IsMissing: ownTargets is not null && indicator.IsSum && own is null)
            : null;
    }
}
