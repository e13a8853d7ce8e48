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
    /// <summary>The statement to be stored with <paramref name="command"/>, its findings looked up in the same transaction.</summary>
    public static async Task<Statement> StandingAsync(
        WriteScope scope, PlanFacts facts, ReportingUnit unit, Indicator indicator, Quarter quarter, Statement before, SaveValue command)
    {
        var stated = command.Statement;
        var answer = command.NoteAnswers && stated.Note != before.Note ? stated.Note : null;
        var given = command.NoteAnswers ? before.Explanations : stated.Explanations;
        if (answer is null && given.Count == 0)
        {
            return stated with { Explanations = [] };
        }

        var table = await FigureTable.ReadAsync(
            scope.Db, facts, ValueWarnings.ComparedQuarters(quarter), FigureBasis.Entered, unit.Id, indicator.Id, scope.CancellationToken);
        var findings = ValueWarnings.Of(indicator, quarter, stated.ToFigure(isApproved: false), table.FiguresOf(unit, indicator, knownAt: null));
        return stated with
        {
            Explanations = answer is null
                ? Explanation.Standing(given, findings)
                : [.. findings.Select(finding => new Explanation(finding.Key!, answer))],
        };
    }
}
