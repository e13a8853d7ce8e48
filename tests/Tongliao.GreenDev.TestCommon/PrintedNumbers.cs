using System.Globalization;
using System.Text.RegularExpressions;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Does the sums that a reader of a sentence can do.</summary>
public static partial class PrintedNumbers
{
    /// <summary>
    /// The sentence with what is wrong in it; null when value and expected value differ by the printed gap, a change is
    /// that of two printed values, and what is needed each quarter leads to the year's target and no step beyond it.
    /// </summary>
    public static string? FaultOf(IndicatorRating rating)
    {
        var text = rating.Explanation;
        if (Value().Match(text) is not { Success: true } printed)
        {
            return rating.Value is null || rating.State == RagStatus.Incomplete ? null : "no value: " + text;
        }

        var isLevel = printed.Groups["none"].Success;
        var value = isLevel ? 0 : Number(printed);
        var decimals = isLevel ? SpokenNumbers.Of(rating).Decimals : DecimalsOf(printed);
        return !GapAddsUp(text, value) ? "gap: " + text
            : !NeededLeadsThere(rating, text, value) ? "needed: " + text
            : !ChangeIs(text, "较上季度", rating.ChangeOnQuarter is { } onQuarter ? value - (rating.Value!.Value - onQuarter).Round(decimals) : null) ? "change: " + text
            : !ChangeIs(text, "较上年同期", rating.ChangeOnYear is { } onYear ? value - (rating.Value!.Value - onYear).Round(decimals) : null) ? "change: " + text
            : null;
    }

    private static bool GapAddsUp(string text, decimal value) =>
        Gap().Match(text) is not { Success: true } gap || Math.Abs(value - Number(Expected().Match(text))) == Number(gap);

    private static bool NeededLeadsThere(IndicatorRating rating, string text, decimal value)
    {
        if (Needed().Match(text) is not { Success: true } needed)
        {
            return rating.NeededPerQuarter is not { Sign: > 0 };
        }

        var step = new decimal(1, 0, 0, isNegative: false, (byte)DecimalsOf(needed));
        var remaining = 4 - rating.Quarter.Number;
        var missing = Math.Abs(rating.YearTarget.Number - value);
        return Number(needed) * remaining >= missing && (Number(needed) - step) * remaining < missing;
    }

    private static bool ChangeIs(string text, string since, decimal? change)
    {
        var said = Regex.Match(text, since + "(?:(?<down>下降|减少)|提高|上升|增加|(?<none>持平))(?<number>[0-9.]*)");
        return said.Success ? (said.Groups["none"].Success ? 0 : Number(said)) == change : change is null;
    }

    private static int DecimalsOf(Match match) => match.Groups["number"].Value.Split('.') is [_, var decimals] ? decimals.Length : 0;

    private static decimal Number(Match match) => decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * (match.Groups["down"].Success ? -1 : 1);

    [GeneratedRegex("^.季度(?:较上年末(?<none>持平)|(?:2023年以来累计|本年累计|累计|较上年末(?:提高|(?<down>下降)))?(?<number>-?[0-9.]+))")]
    private static partial Regex Value();

    [GeneratedRegex("，(?:应达|应不高于|须超过|应提高)(?<number>[0-9.]+)")]
    private static partial Regex Expected();

    [GeneratedRegex("，(?:差|高出)(?<number>[0-9.]+)")]
    private static partial Regex Gap();

    [GeneratedRegex("每季度还需(?:提高|降低|完成)(?<number>[0-9.]+)")]
    private static partial Regex Needed();
}
