using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>A draft after it was saved.</summary>
internal sealed record SavedAnswer(
    int Indicator,
    string Region,
    string Period,
    ValueStatus Status,
    int Version,
    DateTimeOffset ChangedAt,
    RatingAnswer Rating,
    IReadOnlyList<ExplanationAnswer> Explanations,
    IReadOnlyList<IssueAnswer> Issues);
