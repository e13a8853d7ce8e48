using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Which 说明 a save leaves standing: only those of findings that its numbers raise.</summary>
internal static class GivenExplanations
{
    /// <summary>Adds what is wrong with the explanations as they were sent.</summary>
    public static void Check(IReadOnlyList<Explanation>? given, List<FieldFault> faults)
    {
        for (var i = 0; i < (given?.Count ?? 0); i++)
        {
            if (given![i].Text.Length > ValueChecks.MaxTextLength)
            {
                faults.Add(new FieldFault($"explanations[{i}].text", $"说明最多{ValueChecks.MaxTextLength}个字，请精简后再保存。"));
            }
        }
    }

    /// <summary>The explanations to be stored with <paramref name="command"/>, its findings looked up in the same transaction.</summary>
    public static async Task<IReadOnlyList<Explanation>> StandingAsync(
        WriteScope scope, ReferenceData reference, ReportingUnit unit, Indicator indicator, Quarter quarter, ReportedValue value, SaveValue command)
    {
        // A program that knows no explanations writes its answer into the note: a new note answers what this save raises.
        var answer = command.Explanations is null && TypedText.Clean(command.Note) is { } note && note != value.Note ? note : null;
        IReadOnlyList<Explanation> given = command.Explanations is null ? value.Explanations : Cleaned(command.Explanations);
        if (answer is null && given.Count == 0)
        {
            return [];
        }

        var table = await FigureTable.ReadAsync(
            scope.Db, reference, ValueQueries.ComparedQuarters(quarter), FigureBasis.Entered, unit.Id, indicator.Id, scope.CancellationToken);
        var figure = new ReportedFigure(command.Inputs, TypedText.Clean(command.NotApplicableReason), IsApproved: false);
        var findings = ValueQueries.Of(indicator, quarter, figure, table.CaseOf(reference, unit, indicator).Figures);
        return answer is null ? Explanation.Standing(given, findings) : [.. findings.Select(finding => new Explanation(finding.Key!, answer))];
    }

    private static List<Explanation> Cleaned(IReadOnlyList<Explanation> given) =>
        [.. from explanation in given let text = TypedText.Clean(explanation.Text) where text is not null select explanation with { Text = text }];
}
