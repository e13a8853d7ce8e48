using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rating;

/// <summary>A rating that is another one after a change.</summary>
/// <param name="Quarter">Of which quarter.</param>
/// <param name="Unit">Of the unit, or one that is made from it.</param>
/// <param name="Before">As it is.</param>
/// <param name="After">As it becomes.</param>
public sealed record ChangedLight(Quarter Quarter, ReportingUnit Unit, IndicatorRating Before, IndicatorRating After)
{
    /// <summary>Whether the colour changes, and not only the value.</summary>
    public bool IsOtherLight => Before.State != After.State;

    /// <summary>Whether a reader of both would see a difference.</summary>
    public static bool Differ(IndicatorRating before, IndicatorRating after) =>
        (before.State, before.Value, before.Shortfall) != (after.State, after.Value, after.Shortfall);
}
