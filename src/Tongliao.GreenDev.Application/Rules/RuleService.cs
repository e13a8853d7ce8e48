using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Rules;

/// <summary>Records what changes in what lights rest on: rules, readings of open questions, 分解指标, baselines and accepted deviations; the bureau only, and nothing is overwritten.</summary>
public sealed class RuleService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>
    /// Adds the rows. Quarters that are locked stay as published, unless it is a 更正: then each of them in which a rating becomes another
    /// one has a new release.
    /// </summary>
    /// <returns>The releases that were made.</returns>
    /// <exception cref="RefusalException">Not the bureau, terms that cannot be, something missing, no quarter left to judge by it, or changed since it was read.</exception>
    public async Task<IReadOnlyList<Release>> DecideAsync(Caller caller, DecideRules command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        return await write.RunAsync(caller, command, scope => DecideAsync(scope, reference, command), cancellationToken);
    }

    private static async Task<IReadOnlyList<Release>> DecideAsync(WriteScope scope, ReferenceData reference, DecideRules command)
    {
        scope.Actor.Require(Act.ManageRules);
        var facts = reference.Facts;
        RuleChecks.Require(facts, command.Terms);
        var decision = DecisionChecks.Of(facts, command);
        await scope.ReferenceChangedAsync();
        await RequireSeenAsync(scope, reference, command.Version);
        var rows = RuleRows.Of(reference, command.Terms, decision, scope.Recording);
        scope.Db.IndicatorAmendments.AddRange(rows.Amendments);
        scope.Db.AnsweredQuestions.AddRange(rows.Answers);
        scope.Db.UnitTargets.AddRange(rows.Targets);
        scope.Db.Baselines.AddRange(rows.Baselines);
        scope.Db.AcceptedDeviations.AddRange(rows.Deviations);
        var words = RuleWords.Of(facts, command.Terms);
        scope.Audit(AuditKinds.RulesDecided, new AuditSubject.Rules(), before: null, AuditedRules.Of(words, decision));
        return decision.IsCorrection
            ? await NewReleases.AddAsync(scope, facts, await TouchedAsync(scope, reference, rows), correctionId: null, $"{words}（{decision.Document}）")
            : [];
    }

    /// <summary>Both on what the person saw and on what the changed lights are told by.</summary>
    private static async Task RequireSeenAsync(WriteScope scope, ReferenceData reference, int? seen)
    {
        await SeenVersion.RequireAsync(
            scope, seen, new CurrentRules(reference.RulesVersion), "判定规则", new AuditSubject.Rules(), AuditKinds.RulesDecided);
        var revision = await scope.Db.ReferenceRevisions.Select(row => row.Number).SingleAsync(scope.CancellationToken);
        if (revision != reference.Revision + 1)
        {
            throw RefusalException.Conflict(RefusalCodes.StaleVersion, "方案资料刚刚有变动，这次没有保存；请刷新后核对影响再办理。");
        }
    }

    /// <summary>Locked quarters in which a rating becomes another one.</summary>
    private static async Task<IEnumerable<Quarter>> TouchedAsync(WriteScope scope, ReferenceData reference, ReferenceRecords rows)
    {
        var table = await WhatIfQueries.TableAsync(scope.Db, reference.Facts, scope.CancellationToken);
        return new LightChanges(reference, table, reference.Facts.Plan.Regions.All).Of(new Trial(rows, [])).Select(change => change.Quarter);
    }
}
