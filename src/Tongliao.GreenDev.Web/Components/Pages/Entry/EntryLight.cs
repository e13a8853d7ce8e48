using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Entry;

/// <summary>The light of what is typed, reduced to the words its row shows; a circuit holds no rating.</summary>
/// <param name="State">The light or why there is none.</param>
/// <param name="Value">For example 24.2%; empty without one.</param>
/// <param name="Detail">应达, how far off, and what the number is made of.</param>
/// <param name="Explanation">The whole as prose.</param>
public sealed record EntryLight(RagStatus State, string Value, string Detail, string Explanation)
{
    /// <summary>What is typed cannot be rated: it is wrong.</summary>
    public static EntryLight Unknown { get; } = new(RagStatus.NotReported, "", "", "改正后即时判定。");

    public static EntryLight Of(IndicatorRating rating, ReportedFigure figure)
    {
        var words = rating.Words;
        var parts = new[] { words.Expected, words.Gap, PartOf(rating, figure), ReasonOf(rating) };
        return new EntryLight(
            rating.State, words.ValueWithBasis, string.Join(" · ", parts.Where(part => part.Length > 0)), rating.Explanation);
    }

    /// <summary>Where the rated number is more than what was typed, also what was typed comes to.</summary>
    private static string PartOf(IndicatorRating rating, ReportedFigure figure)
    {
        var indicator = rating.Indicator;
        if (rating.Measurement is { AtYearStart: not null, YearToDate: { } toDate })
        {
            return $"本年 {RatingExplanation.Number(toDate, indicator.DisplayDecimals)}";
        }

        return rating.YearTarget.Annex.IsIncrease && figure.UsableInputs(indicator) is { } inputs
            ? $"本期比率 {RatingExplanation.Number(ValueChecks.OwnValue(indicator, inputs), indicator.DisplayDecimals)}{indicator.Unit}"
            : "";
    }

    private static string ReasonOf(IndicatorRating rating) =>
        rating.State is RagStatus.MissingBaseline ? rating.Measurement.Reason : "";
}
