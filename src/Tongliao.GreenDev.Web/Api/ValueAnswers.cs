using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>A region's report of a quarter: one entry for each indicator.</summary>
internal sealed record ValuesAnswer(string Region, string Period, PeriodState State, DateOnly? Due, IReadOnlyList<EntryAnswer> Entries)
{
    public static ValuesAnswer Of(UnitReport report) => new(
        report.Unit.Code,
        report.Period.Quarter.ToString(),
        report.Period.State,
        report.Period.DueOn,
        [.. report.Entries.Select(EntryAnswer.Of)]);
}

/// <summary>One value of a report.</summary>
internal sealed record EntryAnswer
{
    public required int Indicator { get; init; }

    public required InputsAnswer Inputs { get; init; }

    public required decimal? Value { get; init; }

    public required SubmissionStatus Status { get; init; }

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
            ReturnReason = entry.ReturnReason,
            ChangedAt = entry.ChangedAt,
            FirstSubmittedAt = entry.FirstSubmittedAt,
            Rating = rating,
            Explanations = ExplanationAnswer.Of(entry.Statement.Explanations),
            Issues = [.. entry.Issues.Select(IssueAnswer.Of)],
        };
    }
}

/// <summary>
/// One thing to mend or to explain before a value can be submitted; <paramref name="Key"/> is what an explanation names as its
/// finding, <paramref name="Explanation"/> the one that answers it.
/// </summary>
internal sealed record IssueAnswer(
    IssueSeverity Severity, string Code, string Field, string Message, bool BlocksSubmission, string? Key, string? Explanation)
{
    public static IssueAnswer Of(EntryIssue issue) =>
        new(issue.Severity, issue.Code, issue.Field, issue.Message, issue.BlocksSubmission, issue.Key, issue.Explanation);
}

/// <summary>说明: what answers one finding.</summary>
internal sealed record ExplanationAnswer(string Finding, string Text)
{
    public static IReadOnlyList<ExplanationAnswer> Of(IReadOnlyList<Explanation> explanations) =>
        [.. explanations.Select(explanation => new ExplanationAnswer(explanation.Finding, explanation.Text))];
}

/// <summary>A draft after it was saved.</summary>
internal sealed record SavedAnswer(
    int Indicator,
    string Region,
    string Period,
    SubmissionStatus Status,
    int Version,
    DateTimeOffset ChangedAt,
    RatingAnswer Rating,
    IReadOnlyList<ExplanationAnswer> Explanations,
    IReadOnlyList<IssueAnswer> Issues);

/// <summary>What stands in the database instead of what the caller thought.</summary>
internal sealed record CurrentValueAnswer(
    int Version,
    SubmissionStatus Status,
    InputsAnswer Inputs,
    string? NotApplicableReason,
    string? Note,
    IReadOnlyList<ExplanationAnswer> Explanations,
    string ChangedBy,
    DateTimeOffset? ChangedAt)
{
    public static CurrentValueAnswer Of(CurrentValue value) => new(
        value.Version,
        value.Status,
        InputsAnswer.Of(value.Statement.Inputs),
        value.Statement.NotApplicableReason,
        value.Statement.Note,
        ExplanationAnswer.Of(value.Statement.Explanations),
        value.ChangedBy,
        value.ChangedAt);
}

/// <summary>One entry in the history of a value, the state after it.</summary>
internal sealed record RevisionAnswer(
    int Version,
    RevisionKind Action,
    string By,
    DateTimeOffset At,
    SubmissionStatus Status,
    InputsAnswer Inputs,
    string? NotApplicableReason,
    string? Note,
    IReadOnlyList<ExplanationAnswer> Explanations,
    string? Reason)
{
    public static RevisionAnswer Of(ValueRevision revision) => new(
        revision.Version,
        revision.Kind,
        revision.ByName,
        revision.At,
        revision.Status,
        InputsAnswer.Of(revision.Statement.Inputs),
        revision.Statement.NotApplicableReason,
        revision.Statement.Note,
        ExplanationAnswer.Of(revision.Statement.Explanations),
        revision.Reason);
}
