using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Api;

/// <summary>
/// One thing to mend or to explain before a value can be submitted; <paramref name="Key"/> is what an explanation names as its
/// finding, <paramref name="Explanation"/> the one that answers it, <paramref name="Rule"/> the number of the check rule.
/// </summary>
internal sealed record IssueAnswer(
    FindingSeverity Severity, string Code, string Field, string Message, bool BlocksSubmission, string? Key, string? Explanation, string Rule)
{
    public static IssueAnswer Of(EntryFinding finding) =>
        new(finding.Severity, finding.Code, finding.Field, finding.Message, finding.BlocksSubmission, finding.Key, finding.Explanation, finding.Rule);
}
