using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>One value of a report.</summary>
internal sealed record EntryAnswer
{
    public required int Indicator { get; init; }

    public required InputsAnswer Inputs { get; init; }

    public required decimal? Value { get; init; }

    public required ValueStatus Status { get; init; }

    public required int Version { get; init; }

    public required string? NotApplicableReason { get; init; }

    public required string? Note { get; init; }

    public required string? ReturnReason { get; init; }

    public required DateTimeOffset? ChangedAt { get; init; }

    public required DateTimeOffset? FirstSubmittedAt { get; init; }

    public required RatingAnswer Rating { get; init; }

    public required IReadOnlyList<ExplanationAnswer> Explanations { get; init; }

    public required IReadOnlyList<IssueAnswer> Issues { get; init; }

    public static EntryAnswer Of(ReportEntry entry)
    {
        var rating = RatingAnswer.Of(entry.Rating);
        return new EntryAnswer
        {
            Indicator = entry.Indicator.Number,
            Inputs = InputsAnswer.Of(entry.Statement.Inputs),
            Value = rating.Value,
            Status = entry.Status,
            Version = entry.Version,
            NotApplicableReason = entry.Statement.NotApplicableReason,
            Note = entry.Statement.Note,
            ReturnReason = entry.Status.IsWithClerk() ? entry.ReturnReason : null,
            ChangedAt = entry.ChangedAt,
            FirstSubmittedAt = entry.FirstSubmittedAt,
            Rating = rating,
            Explanations = ExplanationAnswer.Of(entry.Statement.Explanations),
            Issues = [.. entry.Findings.Select(IssueAnswer.Of)],
        };
    }
}
