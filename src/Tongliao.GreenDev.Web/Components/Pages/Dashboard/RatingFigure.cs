using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>How the number of a rating is printed in a cell, the same on dashboard and indicator page.</summary>
public static class RatingFigure
{
    /// <summary>The rounded value, an increase with its sign; empty when there is none.</summary>
    public static string Cell(IndicatorRating rating) => Sign(rating) + rating.Displayed;

    /// <summary>The rounded value with its unit; empty when there is none.</summary>
    public static string WithUnit(IndicatorRating rating) => rating.Value is null ? "" : Cell(rating) + rating.Unit;

    /// <summary>The value with its unit and as many decimals as it is read out with; empty when there is none.</summary>
    public static string Spoken(IndicatorRating rating) =>
        rating.Value is null ? "" : Sign(rating) + SpokenNumbers.Of(rating).ValueText() + rating.Unit;

    /// <summary>The value as it is, with its unit; empty when there is none.</summary>
    public static string Unrounded(IndicatorRating rating) =>
        rating.Value is { } value ? Sign(rating) + RatingExplanation.Plain(value) + rating.Unit : "";

    private static string Sign(IndicatorRating rating) => rating.Value is { Sign: > 0 } && rating.YearTarget.Annex.IsIncrease ? "+" : "";
}
