using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Rating;

/// <summary>A rating's figures in a few words each, empty where there is nothing to say; the whole as prose is <see cref="RatingExplanation"/>.</summary>
public sealed class RatingWords(IndicatorRating rating)
{
    /// <summary>暂: not all that went in is approved.</summary>
    public const string Provisional = "暂";

    private const string JustNotExceeded = "恰好持平，未超过";

    private SpokenNumbers? numbers;

    /// <summary>The numbers as they are printed together.</summary>
    public SpokenNumbers Numbers => numbers ??= SpokenNumbers.Of(rating);

    /// <summary>The light in shape and word with what is to be known besides, for example ▲预警 暂.</summary>
    public string Verdict => VerdictDetail.Length > 0 ? $"{Light} {VerdictDetail}" : Light;

    /// <summary>The light in shape and word.</summary>
    public string Light => rating.State.Mark() + rating.State.Word();

    /// <summary>What is to be known besides the light, for example 已报3/9 暂; mostly nothing.</summary>
    public string VerdictDetail => string.Join(' ', new[]
    {
        rating.State == RagStatus.Incomplete ? $"已报{rating.ReportedUnits}/{rating.CountingUnits}" : "",
        rating.IsProvisional ? Provisional : "",
    }.Where(part => part.Length > 0));

    /// <summary>The value in the indicator's own decimals, as a cell has room for it, for example +7.0.</summary>
    public string Cell => Sign + rating.Displayed;

    /// <summary>The same with its unit, for example +7.0个百分点.</summary>
    public string CellWithUnit => rating.Value is null ? "" : Cell + rating.Unit;

    /// <summary>The value as it is, with its unit.</summary>
    public string Unrounded => rating.Value is { } value ? Sign + RatingExplanation.Plain(value) + rating.Unit : "";

    /// <summary>The value with as many decimals as it is read out with, and its unit.</summary>
    public string Value => rating.Value is null ? "" : Sign + Numbers.ValueText() + rating.Unit;

    /// <summary>The same with what is added up, for example 累计 6.40万平方米.</summary>
    public string ValueWithBasis => rating.Value is null ? "" : BasisWord(rating.YearTarget.Annex) + Value;

    /// <summary>全年目标 in force, for example ≥25%.</summary>
    public string YearTarget => RatingExplanation.TargetText(rating.Indicator, rating.YearTarget);

    /// <summary>The same with whose it is, for example ≥25%（分解指标）.</summary>
    public string YearTargetWithOrigin => rating.YearTarget.OriginWord is { Length: > 0 } origin ? $"{YearTarget}（{origin}）" : YearTarget;

    /// <summary>What was due, for example 应达 25.0%.</summary>
    public string Expected => rating.Target is null ? "" : $"{ExpectedVerb} {ExpectedNumber}";

    /// <summary>What was due as a condition, for example ≥25%.</summary>
    public string ExpectedAsCondition => rating.Target is null
        ? ""
        : RatingExplanation.TargetText(rating.Indicator, rating.YearTarget.Annex, Numbers.Expected!.Value);

    /// <summary>How far off, for example 差 0.8个百分点; empty when nothing is missing.</summary>
    public string Gap => rating switch
    {
        { State: RagStatus.Green } or { Shortfall: null } => "",
        { Shortfall.Sign: 0 } => JustNotExceeded,
        _ => $"{GapVerb} {GapNumber}",
    };

    /// <summary>How far off without a verb, for example 0.8个百分点; 无 when nothing is missing.</summary>
    public string GapAsNoun => rating switch
    {
        { Shortfall: null } => "",
        { Shortfall.Sign: 0 } => rating.State == RagStatus.Green ? "无" : JustNotExceeded,
        _ => GapNumber,
    };

    /// <summary>较上季, for example 提高0.8个百分点.</summary>
    public string ChangeOnQuarter => Numbers.ChangeOnQuarter is { } change ? Numbers.Change(change) : "";

    /// <summary>较上年同期.</summary>
    public string ChangeOnYear => Numbers.ChangeOnYear is { } change ? Numbers.Change(change) : "";

    /// <summary>How far off is still amber, for example 1个百分点.</summary>
    public string Tolerance => rating.Target is { } target ? RatingExplanation.Plain(target.Tolerance) + rating.Indicator.DifferenceUnit : "";

    /// <summary>每季还需.</summary>
    public string NeededPerQuarter => Numbers.NeededPerQuarter is { } needed ? Numbers.Difference(needed) : "";

    /// <summary>按进度预计本年.</summary>
    public string YearAmountAtPace => rating.YearAmountAtPace is { } pace ? Numbers.Pace(pace) : "";

    internal string ExpectedVerb => rating.YearTarget.Annex.IsIncrease ? "应提高" : rating.YearTarget.Comparison switch
    {
        Comparison.AtLeast => "应达",
        Comparison.MoreThan => "须超过",
        Comparison.AtMost => "应不高于",
    };

    internal string ExpectedNumber => Numbers.ExpectedText() + rating.Unit;

    internal string GapVerb => rating.YearTarget.Comparison == Comparison.AtMost ? "高出" : "差";

    internal string GapNumber => Numbers.Difference(Numbers.Shortfall!.Value);

    private string Sign => rating.Value is { Sign: > 0 } && rating.YearTarget.Annex.IsIncrease ? "+" : "";

    /// <summary>The value of a unit a quarter earlier as <see cref="ValueWithBasis"/> says it; null when there is none or it counts something else.</summary>
    /// <param name="indicator">What.</param>
    /// <param name="quarter">The later quarter.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="decimals">Those of the later value where both are printed together; null for the indicator's own.</param>
    public static string? ValueBefore(Indicator indicator, Quarter quarter, UnitCase unit, int? decimals = null)
    {
        var before = quarter.Previous;
        return indicator.TargetOf(before.Year) is { } target && target.Basis == indicator.TargetOf(quarter.Year)?.Basis
            && ValueMeasure.OfUnit(indicator, before, unit) is { Obstacle: null, Value: { } value }
            ? BasisWord(target) + (target.IsIncrease && value.Sign > 0 ? "+" : "")
                + RatingExplanation.Number(value, decimals ?? indicator.DisplayDecimals) + indicator.UnitOf(target)
            : null;
    }

    private static string BasisWord(IndicatorTarget target) => target.Basis switch
    {
        TargetBasis.YearAmount => "本年 ",
        TargetBasis.Cumulative or TargetBasis.Window => "累计 ",
        TargetBasis.Increase or TargetBasis.RelativeIncrease or TargetBasis.Level => "",
    };
}
