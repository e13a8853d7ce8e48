using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>One thing to mend or to explain before a value can be submitted.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Field">Field name as programs see it.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
/// <param name="BlocksSubmission">False for a query that its 说明 answers already.</param>
public sealed record EntryIssue(IssueSeverity Severity, string Code, string Field, string Message, bool BlocksSubmission)
{
    /// <summary>Which finding a 说明 has to name in order to answer it; null for what cannot be explained.</summary>
    public string? Key { get; init; }

    /// <summary>The 说明 that answers it; null for none.</summary>
    public string? Explanation { get; init; }
}

/// <summary>All issues of one value, from every check, in the order in which a person would mend them.</summary>
public static class IssueList
{
    public static IReadOnlyList<EntryIssue> Of(
        Indicator indicator,
        Quarter quarter,
        ReportedFigure figure,
        IReadOnlyList<Explanation> explanations,
        IReadOnlyDictionary<Quarter, ReportedFigure> figures)
    {
        var refusals = ValueChecks.Refusals(indicator, figure.Inputs ?? ReportedInputs.None);
        var issues = refusals.Concat(ValueChecks.Gaps(indicator, figure));
        if (refusals.Count == 0)
        {
            issues = issues.Concat(ValueQueries.Of(indicator, quarter, figure, figures));
        }

        return [.. issues.Select(issue => Of(issue, explanations))];
    }

    private static EntryIssue Of(ValueIssue issue, IReadOnlyList<Explanation> explanations)
    {
        var isQuery = issue.Severity == IssueSeverity.Query;
        var explanation = isQuery ? explanations.FirstOrDefault(given => given.Finding == issue.Key)?.Text : null;
        var field = isQuery && issue.Field is null ? "note" : FieldNames.Of(issue.Field);
        return new EntryIssue(issue.Severity, issue.Code, field, issue.Message, explanation is null)
        {
            Key = issue.Key,
            Explanation = explanation,
        };
    }
}
