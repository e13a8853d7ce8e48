using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>One value of a report.</summary>
/// <param name="Indicator">What.</param>
/// <param name="Statement">What the unit says.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Version">To be carried back.</param>
/// <param name="ReturnReason">退回原因.</param>
/// <param name="ChangedAt">Last change.</param>
/// <param name="FirstSubmittedAt">Decides whether it was on time.</param>
/// <param name="Case">What the rules look at, so that a screen can rate a number before it is stored.</param>
/// <param name="Rating">The light of what is typed.</param>
/// <param name="Findings">What is to be mended or explained.</param>
public sealed record ReportEntry(
    Indicator Indicator,
    Statement Statement,
    ValueStatus Status,
    int Version,
    string? ReturnReason,
    DateTimeOffset? ChangedAt,
    DateTimeOffset? FirstSubmittedAt,
    UnitCase Case,
    IndicatorRating Rating,
    IReadOnlyList<EntryFinding> Findings)
{
    /// <summary>What of its history bears on a decision.</summary>
    public ValueTrail Trail { get; init; } = ValueTrail.None;

    /// <summary>佐证材料 that stands beside it, in the order in which it came.</summary>
    public IReadOnlyList<EvidenceFile> Evidence { get; init; } = [];
}
