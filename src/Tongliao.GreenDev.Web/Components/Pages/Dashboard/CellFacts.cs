using System.Globalization;
using Tongliao.GreenDev.Application.Explanations;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Web.Components.Pages.Dashboard;

/// <summary>What a rating says besides its sentence, line by line; a line without anything to say is left out.</summary>
public static class CellFacts
{
    /// <summary>The value and what it is made of.</summary>
    public static IReadOnlyList<AccountFact> Value(IndicatorRating rating)
    {
        var words = rating.Words;
        return Filled(
            ("数值", words.Value),
            ("未取整", words.Unrounded),
            ("修正前漏损率", Amount(rating, rating.Measurement.Uncorrected)),
            ("本年累计", Amount(rating, rating.Measurement.YearToDate)),
            ("年初已有", Amount(rating, rating.Measurement.AtYearStart)),
            ("已报单位", rating.CountingUnits is { } counting ? string.Create(CultureInfo.InvariantCulture, $"{rating.ReportedUnits}/{counting}") : ""),
            ("较上季", words.ChangeOnQuarter),
            ("较上年同期", words.ChangeOnYear));
    }

    /// <summary>What was due, and what is still to do.</summary>
    public static IReadOnlyList<AccountFact> Target(IndicatorRating rating)
    {
        var words = rating.Words;
        var own = rating.YearTarget.Own;
        return Filled(
            ("本季应达", words.ExpectedAsCondition),
            ("全年目标", words.YearTargetWithOrigin),
            ("分解文件", own is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{own.Document}（{own.EffectiveFrom:yyyy-MM-dd}起）")),
            ("差距", words.GapAsNoun),
            ("预警容差", words.Tolerance),
            ("每季还需", words.NeededPerQuarter),
            ("按进度预计本年", words.YearAmountAtPace));
    }

    private static string Amount(IndicatorRating rating, Rational? amount) =>
        amount is { } known ? RatingExplanation.Plain(known) + rating.Indicator.Unit : "";

    private static List<AccountFact> Filled(params ReadOnlySpan<(string Label, string Text)> lines)
    {
        var facts = new List<AccountFact>(lines.Length);
        foreach (var (label, text) in lines)
        {
            if (text.Length > 0)
            {
                facts.Add(new AccountFact(label, text));
            }
        }

        return facts;
    }
}
