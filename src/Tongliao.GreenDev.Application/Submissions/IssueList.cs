using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

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
