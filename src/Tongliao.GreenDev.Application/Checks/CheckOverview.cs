using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>The catalogue of check rules with what it comes to in one quarter.</summary>
/// <param name="Facts">With the rules.</param>
/// <param name="Period">Of the hits.</param>
/// <param name="MaySet">Whether the reader may set thresholds.</param>
/// <param name="Hits">By <see cref="CheckRule.Code"/>, in the units that the reader may see; null for who reads no values.</param>
public sealed record CheckOverview(PlanFacts Facts, ReportingPeriod Period, bool MaySet, IReadOnlyDictionary<string, CheckHits>? Hits)
{
    public CheckHits HitsOf(CheckRule rule) => Hits?.GetValueOrDefault(rule.Code) ?? CheckHits.None;
}
