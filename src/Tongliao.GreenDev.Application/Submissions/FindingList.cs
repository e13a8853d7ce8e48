using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>All findings of one value, from every check, in the order in which a person would mend them.</summary>
public static class FindingList
{
    public static IReadOnlyList<EntryFinding> Of(
        Indicator indicator,
        Quarter quarter,
        ReportedFigure figure,
        IReadOnlyList<Explanation> explanations,
        IReadOnlyDictionary<Quarter, ReportedFigure> figures,
        CheckRules checks)
    {
        var errors = ValueChecks.Errors(indicator, figure.Inputs ?? ReportedInputs.None);
        var findings = errors.Concat(ValueChecks.Missing(indicator, figure));
        if (errors.Count == 0)
        {
            findings = findings.Concat(ValueWarnings.Of(indicator, quarter, figure, figures, checks.Limits));
        }

        return [.. findings.Select(finding => Of(finding, explanations, checks))];
    }

    private static EntryFinding Of(Finding finding, IReadOnlyList<Explanation> explanations, CheckRules checks)
    {
        var isQuery = finding.Severity == FindingSeverity.Warning;
        var explanation = isQuery ? explanations.FirstOrDefault(given => given.Finding == finding.Key)?.Text : null;
        var field = isQuery && finding.Field is null ? "note" : FieldNames.Of(finding.Field);
        return new EntryFinding(finding.Severity, finding.Code, field, finding.Message, explanation is null)
        {
            Rule = checks[finding.Rule].Name,
            Key = finding.Key,
            Explanation = explanation,
        };
    }
}
