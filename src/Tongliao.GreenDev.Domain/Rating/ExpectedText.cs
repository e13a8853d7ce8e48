using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>How what was due (应达) and the tolerance (预警容差) came about, in words with the numbers; empty where the state is no light.</summary>
internal static class ExpectedText
{
    public static string Of(IndicatorRating rating)
    {
        if (rating.Target is not { } target)
        {
            return "";
        }

        var (year, unit) = (rating.YearTarget, rating.Unit);
        var (number, start, due) = (Text(year.Number), Text(target.Start), Text(target.Expected));
        var share = Text(rating.Indicator.ProgressCurve[rating.Quarter.Number - 1] * 100);
        return year.Basis switch
        {
            TargetBasis.Level when target.Start.Sign == 0 || target.Start == year.Number => $"本年各季度均为全年目标{due}{unit}",
            TargetBasis.Level => string.Create(
                CultureInfo.InvariantCulture, $"上年目标{start} +（全年目标{number} − {start}）× {rating.Quarter.Number}/4 = {due}{unit}"),
            TargetBasis.Increase => $"年末比上年末提高{due}{unit}",
            TargetBasis.RelativeIncrease => $"年末比上年末增长{due}{unit}",
            TargetBasis.Window when target.Start == year.Number => $"年初已有的已达到全年目标，应达即全年目标{due}{unit}",
            _ when target.Start.Sign == 0 => $"全年目标{number} × 时序进度{share}% = {due}{unit}",
            _ => $"{StartWord(year)}{start} +（全年目标{number} − {start}）× 时序进度{share}% = {due}{unit}",
        };
    }

    public static string ToleranceOf(IndicatorRating rating)
    {
        if (rating.Target is not { } target)
        {
            return "";
        }

        var (indicator, unit) = (rating.Indicator, rating.Indicator.DifferenceUnit);
        if (indicator.Tolerance.Kind != ToleranceKind.ShareOfTarget)
        {
            return $"{rating.Words.Tolerance}，差在以内为预警，超过为滞后";
        }

        var share = (Rational)rating.YearTarget.Number * indicator.Tolerance.Value / 100;
        var half = Rational.Max((target.Expected - target.Start) / 2, Rational.Zero);
        return $"全年目标的{Text(indicator.Tolerance.Value)}%为{Text(share)}{unit}，本年到本季应增量的一半为{Text(half)}{unit}，取较小的{rating.Words.Tolerance}；差在以内为预警，超过为滞后";
    }

    private static string StartWord(YearTarget year) => year switch
    {
        { Basis: TargetBasis.Window } or { Before.IsMissing: true } => "年初已有",
        _ => "上年目标",
    };

    private static string Text(Rational number) => RatingExplanation.Plain(number);
}
