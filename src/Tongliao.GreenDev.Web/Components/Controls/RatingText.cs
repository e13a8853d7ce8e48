using System.Globalization;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Controls;

/// <summary>A rating's figures in a few words, the same wherever a report is typed or reviewed.</summary>
public static class RatingText
{
    /// <summary>For example 24.2%, 累计 6.40万平方米, +7.0个百分点; empty without a value.</summary>
    public static string Value(IndicatorRating rating) => Value(rating.Indicator, rating.Quarter, rating.Value, SpokenNumbers.Of(rating).Decimals);

    /// <summary>What was due, for example 应达 25.0%; empty where nothing is judged.</summary>
    public static string Expected(IndicatorRating rating)
    {
        if (rating.Target is null)
        {
            return "";
        }

        var number = SpokenNumbers.Of(rating).ExpectedText() + rating.Unit;
        return rating.YearTarget.Annex.IsIncrease ? $"应提高 {number}" : rating.YearTarget.Comparison switch
        {
            Comparison.AtLeast => $"应达 {number}",
            Comparison.MoreThan => $"须超过 {number}",
            Comparison.AtMost => $"应不高于 {number}",
        };
    }

    /// <summary>How far off, for example 差 0.8个百分点; empty when nothing is missing.</summary>
    public static string Shortfall(IndicatorRating rating) => rating switch
    {
        { Target: null } or { State: RagStatus.Green } or { Shortfall: null } => "",
        { Shortfall.Sign: 0 } => "恰好持平，未超过",
        { Target.Comparison: Comparison.AtMost } => "高出 " + ShortfallText(rating),
        _ => "差 " + ShortfallText(rating),
    };

    /// <summary>What has changed since the quarter before, for example 较上季提高0.8个百分点; empty without a comparable value.</summary>
    public static string Change(IndicatorRating rating)
    {
        var numbers = SpokenNumbers.Of(rating);
        return numbers.ChangeOnQuarter is { } change ? "较上季" + numbers.Change(change) : "";
    }

    /// <summary>The same unit's value a quarter before; null when there is none or it counts something else.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="quarter">The later quarter.</param>
    /// <param name="known">Of which unit.</param>
    /// <param name="beside">The rating of the later quarter where both are printed together; null for the indicator's own decimals.</param>
    public static string? Previous(Indicator indicator, Quarter quarter, RegionCase known, IndicatorRating? beside = null)
    {
        var before = quarter.Previous;
        return indicator.TargetOf(before.Year)?.Basis == indicator.TargetOf(quarter.Year)?.Basis
            && CityTotal.OfUnit(indicator, before, known) is { Obstacle: null, Value: { } value }
            ? Value(indicator, before, value, beside is null ? indicator.DisplayDecimals : SpokenNumbers.Of(beside).Decimals)
            : null;
    }

    private static string Value(Indicator indicator, Quarter quarter, Rational? value, int decimals)
    {
        if (value is not { } known)
        {
            return "";
        }

        var target = indicator.TargetOf(quarter.Year)!;
        var sign = target.IsIncrease && known.Sign > 0 ? "+" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{BasisWord(target.Basis)}{sign}{RatingExplanation.Number(known, decimals)}{indicator.UnitOf(target)}");
    }

    private static string ShortfallText(IndicatorRating rating)
    {
        var numbers = SpokenNumbers.Of(rating);
        return numbers.Difference(numbers.Shortfall!.Value);
    }

    private static string BasisWord(TargetBasis basis) => basis switch
    {
        TargetBasis.YearAmount => "本年 ",
        TargetBasis.Cumulative or TargetBasis.Window => "累计 ",
        TargetBasis.Increase or TargetBasis.Level => "",
    };
}
