using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>A rating that is another one after a change, or since a moment (截至).</summary>
/// <param name="Quarter">Of which quarter.</param>
/// <param name="Unit">Of the unit, or one that is made from it.</param>
/// <param name="Before">As it is, or was.</param>
/// <param name="After">As it becomes, or is.</param>
public sealed record ChangedLight(Quarter Quarter, ReportingUnit Unit, IndicatorRating Before, IndicatorRating After)
{
    /// <summary>Whether the colour changes, and not only the value.</summary>
    public bool IsOtherLight => Before.State != After.State;

    /// <summary>Whether another number is measured.</summary>
    public bool IsOtherValue => Before.Value != After.Value;

    /// <summary>Whether pages show both differently, 暂 included.</summary>
    public static bool LookDifferent(IndicatorRating before, IndicatorRating after) => Differ(before, after) || before.IsProvisional != after.IsProvisional;

    /// <summary>Whether a reader of both would see a difference.</summary>
    public static bool Differ(IndicatorRating before, IndicatorRating after) =>
        (before.State, before.Value, before.Shortfall) != (after.State, after.Value, after.Shortfall);
}
