using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

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
            reference.Facts,
            FigureTable.QuartersForChecks(reference.Facts.Plan, quarter),
            FigureBasis.Entered,
            unit.Id,
            explained.Count == 1 ? FigureTable.OnlyFor(explained.Single().Indicator) : null,
            scope.CancellationToken);
        return
        [
            .. drafts.Select(draft => draft.Command.Statement with
            {
                Explanations = explained.Contains(draft) ? Standing(draft, quarter, Context(draft)) : [],
            }),
        ];

        CheckContext Context(DraftSave draft)
        {
            var stored = table.CheckContextOf(reference, unit, reference.Facts.Indicator(draft.Indicator.Number), quarter);

            // What is saved together counts together.
            return stored with
            {
                Beside = number => drafts.FirstOrDefault(other => other.Indicator.Number == number) is { } beside ? FigureOf(beside) : stored.Beside(number),
                CarriedOver = () => CarriedOver.Of(quarter, Sheet()),
            };
        }

        IReadOnlyList<SheetValue> Sheet() =>
        [
            .. from value in table.SheetOf(reference, unit, quarter)
               let draft = drafts.FirstOrDefault(draft => draft.Indicator.Number == value.Indicator.Number)
               select draft is null ? value : value with { Now = FigureOf(draft), Explanations = GivenIn(draft) },
        ];
    }

    private static IReadOnlyList<Explanation> Standing(DraftSave draft, Quarter quarter, CheckContext context)
    {
        var findings = CheckEngine.Warnings(quarter, FigureOf(draft), context);
        return AnswerOf(draft) is { } answer
            ? [.. findings.Select(finding => new Explanation(finding.Key!, answer))]
            : Explanation.Standing(GivenIn(draft), findings);
    }

    private static ReportedFigure FigureOf(DraftSave draft) => draft.Command.Statement.ToFigure(isApproved: false);

    /// <summary>A new 备注 of a program that knows no 说明.</summary>
    private static string? AnswerOf(DraftSave draft) =>
        draft.Command.NoteAnswers && draft.Command.Statement.Note != draft.Value.Statement.Note ? draft.Command.Statement.Note : null;

    private static IReadOnlyList<Explanation> GivenIn(DraftSave draft) =>
        draft.Command.NoteAnswers ? draft.Value.Statement.Explanations : draft.Command.Statement.Explanations;
}
