using System.Globalization;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>One line of an explanation.</summary>
public sealed record CellFact(string Label, string Text);

/// <summary>What a rating says besides its sentence, line by line; a line without anything to say is left out.</summary>
public static class CellFacts
{
    /// <summary>The value and what it is made of.</summary>
    public static IReadOnlyList<CellFact> Value(IndicatorRating rating) => Value(rating, SpokenNumbers.Of(rating));

    /// <summary>What was due, and what is still to do.</summary>
    public static IReadOnlyList<CellFact> Target(IndicatorRating rating) => Target(rating, SpokenNumbers.Of(rating));

    private static List<CellFact> Value(IndicatorRating rating, SpokenNumbers numbers) => Filled(
        ("数值", RatingFigure.Spoken(rating)),
        ("未取整", RatingFigure.Unrounded(rating)),
        ("修正前漏损率", rating.Measurement.Uncorrected is { } rate ? RatingExplanation.Plain(rate) + rating.Indicator.Unit : ""),
        ("本年累计", rating.Measurement.YearToDate is { } toDate ? RatingExplanation.Plain(toDate) + rating.Indicator.Unit : ""),
        ("年初已有", rating.Measurement.AtYearStart is { } start ? RatingExplanation.Plain(start) + rating.Indicator.Unit : ""),
        ("已报单位", rating.CountingUnits is { } counting
            ? string.Create(CultureInfo.InvariantCulture, $"{rating.ReportedUnits}/{counting}") : ""),
        ("较上季", ChangeText(numbers, numbers.ChangeOnQuarter)),
        ("较上年同期", ChangeText(numbers, numbers.ChangeOnYear)));

    private static List<CellFact> Target(IndicatorRating rating, SpokenNumbers numbers) => Filled(
        ("本季应达", Expected(rating, numbers)),
        ("全年目标", YearTarget(rating)),
        ("分解文件", rating.YearTarget.Own is { } own
            ? string.Create(CultureInfo.InvariantCulture, $"{own.Document}（{own.EffectiveFrom:yyyy-MM-dd}起）") : ""),
        ("差距", Shortfall(rating, numbers)),
        ("预警容差", rating.Target is { } target ? RatingExplanation.Plain(target.Tolerance) + rating.Indicator.DifferenceUnit : ""),
        ("每季还需", numbers.NeededPerQuarter is { } needed ? numbers.Difference(needed) : ""),
        ("按进度预计本年", rating.YearAmountAtPace is { } pace ? numbers.Pace(pace) : ""));

    private static string Expected(IndicatorRating rating, SpokenNumbers numbers)
    {
        if (rating.Target is null)
        {
            return "";
        }

        return rating.YearTarget.Annex.PrintedSign + (rating.YearTarget.Annex.IsIncrease ? "+" : "")
            + RatingExplanation.Plain(numbers.Expected!.Value) + rating.Unit;
    }

    private static string YearTarget(IndicatorRating rating)
    {
        var target = rating.YearTarget;
        return RatingExplanation.TargetText(rating.Indicator, target)
            + (target.Own is not null ? "（分解指标）" : target.IsMissing ? "（全市，未分解到本单位）" : "");
    }

    private static string Shortfall(IndicatorRating rating, SpokenNumbers numbers) => rating.Shortfall switch
    {
        null => "",
        { Sign: 0 } => rating.State == RagStatus.Green ? "无" : "恰好持平，未超过",
        _ => numbers.Difference(numbers.Shortfall!.Value),
    };

    private static string ChangeText(SpokenNumbers numbers, decimal? change) => change is { } known ? numbers.Change(known) : "";

    private static List<CellFact> Filled(params ReadOnlySpan<(string Label, string Text)> lines)
    {
        var facts = new List<CellFact>(lines.Length);
        foreach (var (label, text) in lines)
        {
            if (text.Length > 0)
            {
                facts.Add(new CellFact(label, text));
            }
        }

        return facts;
    }
}
