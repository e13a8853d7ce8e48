using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>All findings of one value, from every check, in the order in which a person would mend them.</summary>
public static class FindingList
{
    public static IReadOnlyList<EntryFinding> Of(
        Quarter quarter, ReportedFigure figure, IReadOnlyList<Explanation> explanations, CheckContext context) =>
        [.. CheckEngine.Findings(quarter, figure, context).Select(finding => Of(finding, explanations, context.Checks))];

    private static EntryFinding Of(Finding finding, IReadOnlyList<Explanation> explanations, CheckRules checks)
    {
        var isQuery = finding.Severity == FindingSeverity.Warning;
        var explanation = isQuery ? explanations.FirstOrDefault(given => given.Finding == finding.Key)?.Text : null;
        var field = isQuery && finding.Field is null ? "note" : finding.Rule == CheckCode.NoEvidence ? "evidence" : FieldNames.Of(finding.Field);
        return new EntryFinding(finding.Severity, finding.Code, field, finding.Message, explanation is null)
        {
            Rule = checks[finding.Rule].Name,
            Key = finding.Key,
            Explanation = explanation,
        };
    }
}
