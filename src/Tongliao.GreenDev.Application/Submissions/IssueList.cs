using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>One thing to mend or to explain before a value can be submitted.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Field">Field name as programs see it.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
/// <param name="BlocksSubmission">False for a query that 说明 answers already.</param>
public sealed record EntryIssue(IssueSeverity Severity, string Code, string Field, string Message, bool BlocksSubmission);

/// <summary>All issues of one value, from every check, in the order in which a person would mend them.</summary>
public static class IssueList
{
    public static IReadOnlyList<EntryIssue> Of(
        Indicator indicator, Quarter quarter, ReportedFigure figure, string? note, ReportedFigure? previous)
    {
        var refusals = ValueChecks.Refusals(indicator, figure.Inputs ?? ReportedInputs.None);
        var issues = refusals.Concat(ValueChecks.Gaps(indicator, figure));
        if (refusals.Count == 0)
        {
            issues = issues.Concat(ValueChecks.Queries(indicator, quarter, figure, previous));
        }

        return [.. issues.Select(issue => new EntryIssue(
            issue.Severity,
            issue.Code,
            issue.Severity == IssueSeverity.Query ? "note" : FieldNames.Of(issue.Field),
            issue.Message,
            issue.Severity != IssueSeverity.Query || string.IsNullOrWhiteSpace(note)))];
    }
}
