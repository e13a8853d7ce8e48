using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Rating;

namespace Tongliao.GreenDev.Application.Explanations;

/// <summary>The version of a target that a rating was judged by.</summary>
/// <param name="Text">For example ≥25%.</param>
/// <param name="Origin">附件公布, 调整 or 分解指标; 未分解 where a unit's sum has none.</param>
/// <param name="Document">依据文件; null for the plan itself.</param>
/// <param name="From">The day from which it holds; null for the plan itself.</param>
/// <param name="Version">第几次 recorded; null for the plan itself.</param>
public sealed record AccountTarget(string Text, string Origin, string? Document, DateOnly? From, int? Version)
{
    /// <summary>All of it in one line, in Chinese.</summary>
    public string Words => Document is null ? $"{Text}（{Origin}）" : $"{Text}（{Origin}，{Document}，{From:yyyy-MM-dd}起，第{Version}次录入）";

    internal static AccountTarget Of(IndicatorRating rating, ReferenceData inForce)
    {
        var text = rating.Words.YearTarget;
        return (rating.YearTarget, inForce.TargetAmendmentOf(rating.Indicator.Id, rating.Quarter)) switch
        {
            ({ Own: { } own } target, _) => new AccountTarget(text, target.OriginWord, own.Document, own.EffectiveFrom, own.Version),
            ({ IsMissing: true } target, _) => new AccountTarget(text, target.OriginWord, null, null, null),
            (_, { } amendment) => new AccountTarget(text, "调整", amendment.Decision.Document, amendment.Decision.EffectiveFrom, amendment.Version),
            _ => new AccountTarget(text, "附件公布", null, null, null),
        };
    }
}
