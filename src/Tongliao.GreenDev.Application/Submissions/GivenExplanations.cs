using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Which 说明 a save leaves standing: only those of findings that its numbers raise.</summary>
internal static class GivenExplanations
{
    /// <summary>The statements to be stored, in the order of the drafts; findings are looked up in the same transaction, in one statement at most.</summary>
    public static async Task<IReadOnlyList<Statement>> StandingAsync(
        WriteScope scope, ReferenceData reference, ReportingUnit unit, Quarter quarter, IReadOnlyList<DraftSave> drafts)
    {
        var explained = drafts.Where(draft => AnswerOf(draft) is not null || GivenIn(draft).Count > 0).ToHashSet();
        if (explained.Count == 0)
        {
            return [.. drafts.Select(draft => draft.Command.Statement with { Explanations = [] })];
        }

        var table = await FigureTable.ReadAsync(
            scope.Db,
            reference,
            ValueQueries.ComparedQuarters(quarter),
            FigureBasis.Entered,
            unit.Id,
            explained.Count == 1 ? explained.Single().Indicator.Id : null,
            scope.CancellationToken);
        return
        [
            .. drafts.Select(draft => draft.Command.Statement with
            {
                Explanations = explained.Contains(draft) ? Standing(draft, quarter, table.CaseOf(reference, unit, draft.Indicator)) : [],
            }),
        ];
    }

    private static IReadOnlyList<Explanation> Standing(DraftSave draft, Quarter quarter, UnitCase known)
    {
        var findings = ValueQueries.Of(draft.Indicator, quarter, draft.Command.Statement.ToFigure(isApproved: false), known.Figures);
        return AnswerOf(draft) is { } answer
            ? [.. findings.Select(finding => new Explanation(finding.Key!, answer))]
            : Explanation.Standing(GivenIn(draft), findings);
    }

    /// <summary>A new 备注 of a program that knows no 说明.</summary>
    private static string? AnswerOf(DraftSave draft) =>
        draft.Command.NoteAnswers && draft.Command.Statement.Note != draft.Value.Statement.Note ? draft.Command.Statement.Note : null;

    private static IReadOnlyList<Explanation> GivenIn(DraftSave draft) =>
        draft.Command.NoteAnswers ? draft.Value.Statement.Explanations : Cleaned(draft.Command.Statement.Explanations);

    private static IReadOnlyList<Explanation> Cleaned(IReadOnlyList<Explanation> given) =>
        [.. from explanation in given let text = TypedText.Clean(explanation.Text) where text is not null select explanation with { Text = text }];
}
