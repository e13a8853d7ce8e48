using System.Globalization;
using System.Text;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>Says a rating in Chinese, so that an official could read it out.</summary>
public static class RatingExplanation
{
    private const int TransportDecimals = 10;

    public static string Of(IndicatorRating rating) =>
        rating.State.IsJudged() ? Light(rating) : WithoutLight(rating);

    /// <summary>A number with a fixed count of decimals, halves away from zero.</summary>
    public static string Number(Rational value, int decimals) =>
        value.Round(decimals).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A number with as many decimals as it has, at most ten.</summary>
    public static string Plain(Rational value) =>
        value.Round(TransportDecimals).ToString(CultureInfo.InvariantCulture);

    /// <summary>The year's target with its sign and unit, for example ≥25% or ≥+10个百分点.</summary>
    public static string TargetText(Indicator indicator, IndicatorTarget plan, Rational value) =>
        $"{plan.PrintedSign}{(plan.IsIncrease ? "+" : "")}{Plain(value)}{indicator.UnitOf(plan)}";

    /// <inheritdoc cref="TargetText(Indicator, IndicatorTarget, Rational)"/>
    public static string TargetText(Indicator indicator, YearTarget target) => TargetText(indicator, target.Annex, target.Number);

    private static string Light(IndicatorRating rating)
    {
        var text = new StringBuilder();
        if (rating.IsWithheld)
        {
            text.Append(rating.Quarter.ChineseQuarter).Append("判为").Append(rating.Judged.Word()).Append(Accepted(rating)).Append('。');
            AppendCautions(text, rating);
            return text.ToString();
        }

        var words = rating.Words;
        text.Append(rating.Quarter.ChineseQuarter).Append(ValueText(rating, words.Numbers)).Append('，').Append(words.ExpectedVerb).Append(words.ExpectedNumber);
        text.Append('（').Append(rating.Indicator.IsAspirational ? "全年力争" : "全年").Append(words.YearTarget);
        text.Append(rating.YearTarget.Own is null ? "" : "，分解指标").Append("），");
        text.Append(Verdict(rating, words)).Append(Accepted(rating)).Append('。');
        AppendRemarks(text, rating, words.Numbers);
        return text.ToString();
    }

    private static string Verdict(IndicatorRating rating, RatingWords words)
    {
        var word = $"判为{rating.Judged.Word()}";
        if (rating.Judged == RagStatus.Green)
        {
            return word;
        }

        if (rating.Shortfall is { Sign: 0 })
        {
            return $"恰好持平、未超过，{word}";
        }

        var within = rating.Judged == RagStatus.Amber ? "在" : "超过";
        var after = rating.Judged == RagStatus.Amber ? "以内" : "";
        return $"{words.GapVerb}{words.GapNumber}，{within}预警容差{words.Tolerance}{after}，{word}";
    }

    /// <summary>认可偏差 with its last day and document; empty where there is none.</summary>
    private static string Accepted(IndicatorRating rating) => rating.Deviation is { } deviation
        ? string.Create(CultureInfo.InvariantCulture, $"，{deviation.Decision.Document}认可偏差至{deviation.Until:yyyy-MM-dd}，单列、不计入预警和滞后")
        : "";

    private static string ValueText(IndicatorRating rating, SpokenNumbers numbers) =>
        rating.YearTarget.Annex.IsIncrease
            ? $"较上年末{numbers.Change(numbers.Value!.Value, rating.Unit)}"
            : BasisWord(rating) + numbers.ValueText() + rating.Indicator.Unit;

    private static string BasisWord(IndicatorRating rating) => rating.YearTarget.Basis switch
    {
        TargetBasis.Level or TargetBasis.Increase or TargetBasis.RelativeIncrease => "",
        TargetBasis.YearAmount => "本年累计",
        TargetBasis.Cumulative => "累计",
        TargetBasis.Window => string.Create(
            CultureInfo.InvariantCulture, $"{rating.YearTarget.Annex.WindowStartYear}年以来累计"),
    };

    private static void AppendRemarks(StringBuilder text, IndicatorRating rating, SpokenNumbers numbers)
    {
        // Annex and text speak of the plan's number, whatever the unit's own target is.
        Rational planned = rating.YearTarget.Annex.Value;
        if (rating.Indicator.TextAsksForMore && rating.Value == planned)
        {
            text.Append("附件指标已达到；方案正文要求“突破").Append(Plain(planned)).Append(rating.Indicator.Unit).Append("”，尚未突破。");
        }

        AppendChanges(text, numbers);
        if (numbers.NeededPerQuarter is { } needed)
        {
            var verb = rating.YearTarget.Comparison == Comparison.AtMost ? "降低" : rating.Indicator.IsSum ? "完成" : "提高";
            text.Append("年底前每季度还需").Append(verb).Append(numbers.Difference(needed)).Append('。');
        }

        if (rating.YearAmountAtPace is { } pace && !rating.Quarter.IsYearEnd)
        {
            text.Append("按目前进度，本年预计完成").Append(numbers.Pace(pace)).Append('。');
        }

        AppendCautions(text, rating);
    }

    private static void AppendChanges(StringBuilder text, SpokenNumbers numbers)
    {
        var parts = new List<string>(2);
        if (numbers.ChangeOnQuarter is { } quarter)
        {
            parts.Add("较上季度" + numbers.Change(quarter));
        }

        if (numbers.ChangeOnYear is { } year)
        {
            parts.Add("较上年同期" + numbers.Change(year));
        }

        if (parts.Count > 0)
        {
            text.AppendJoin('，', parts).Append('。');
        }
    }

    private static void AppendCautions(StringBuilder text, IndicatorRating rating)
    {
        if (rating.Measurement.BaselineAssumedZero)
        {
            text.Append(rating.CountingUnits is null ? "尚未录入" : "有单位尚未录入").Append(rating.Indicator.Targets[0].Year - 1).Append("年基数，按0计。");
        }

        if (rating.WithheldBelow is { } fewest)
        {
            text.Append("目前计入的单位不足").Append(fewest).Append("个，全部审核通过后公布数值。");
        }

        if (rating.IsProvisional && rating.ReportedUnits != 0)
        {
            text.Append("数据尚未全部审核通过，暂按上报数计。");
        }
    }

    private static string WithoutLight(IndicatorRating rating)
    {
        var text = new StringBuilder(rating.Quarter.ChineseQuarter);
        var numbers = SpokenNumbers.Of(rating);
        text.Append(rating.State switch
        {
            RagStatus.NotReported => "尚未上报，暂不判定",
            RagStatus.NotApplicable => $"不适用（{rating.Measurement.Reason}），不参与判定",
            RagStatus.MissingBaseline => $"基数缺失（{rating.Measurement.Reason}），补齐后判定",
            RagStatus.NoTarget => $"{ValueText(rating, numbers)}，本年未下达分解指标，只列贡献量，不亮灯",
            RagStatus.Reference => $"{ValueText(rating, numbers)}，不在市中心城区范围内，仅供参考，不亮灯",
            RagStatus.NotDue => $"{(rating.IsWithheld ? "" : ValueText(rating, numbers) + "，")}年末考核，本季不判定",
            RagStatus.Incomplete => Incomplete(rating, numbers),
            RagStatus.Green or RagStatus.Amber or RagStatus.Red or RagStatus.Accepted =>
                throw new InvalidOperationException("A light is explained with its target."),
        });
        text.Append('。');
        AppendChanges(text, numbers);
        AppendCautions(text, rating);
        return text.ToString();
    }

    private static string Incomplete(IndicatorRating rating, SpokenNumbers numbers)
    {
        var partial = rating.Value is null ? "" : $"，已报部分{ValueText(rating, numbers)}";
        return $"{rating.Measurement.Reason}{partial}，应计入的单位全部上报后判定";
    }
}
