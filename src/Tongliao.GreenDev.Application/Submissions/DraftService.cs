using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>Saves what clerks type.</summary>
public sealed class DraftService(WriteTransaction write, PlanCatalogue catalogue, ReportQueries reports, OfficeClock clock)
{
    /// <summary>What to write instead of a reason that says nothing.</summary>
    public const string NotApplicableAdvice = $"不适用原因{VisibleText.ReasonAdvice}，例如“本地区没有农村牧区”。";

    /// <summary>
    /// Saves drafts of one report together, each with its history and audit, under one lock and in one transaction. Each is stored or
    /// refused by itself, as if it had been sent alone: wrong numbers, a value under review or a stale version keep none of the others.
    /// </summary>
    /// <param name="caller">The clerk.</param>
    /// <param name="saves">Of one report, each value once.</param>
    /// <param name="cancellationToken">Stops the saving; then nothing is stored.</param>
    /// <returns>What became of each, in their order.</returns>
    /// <exception cref="RefusalException">None can be stored: outside the role, or no such unit, quarter or indicator, or one never opened.</exception>
    public async Task<IReadOnlyList<SaveOutcome>> SaveAllAsync(Caller caller, IReadOnlyList<SaveValue> saves, CancellationToken cancellationToken)
    {
        if (saves.DistinctBy(save => save.Key.Report).Count() != 1 || saves.DistinctBy(save => save.Key).Count() != saves.Count)
        {
            throw new ArgumentException("Values of one report are saved together, each once.", nameof(saves));
        }

        return (await StoreAsync(caller, await catalogue.GetAsync(caller, cancellationToken), saves, cancellationToken)).Outcomes;
    }

    /// <summary>Saves one draft for a program, which has no screen that rates what it saved: with the value as it stands then, its light and its findings.</summary>
    /// <exception cref="RefusalException">Outside the role, wrong numbers, a closed period, a value under review, or a stale version.</exception>
    public async Task<(SavedValue Saved, ReportEntry Entry)> SaveAndReadAsync(Caller caller, SaveValue command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        var (outcomes, actor) = await StoreAsync(caller, reference, [command], cancellationToken);
        return (outcomes[0].Require(), await reports.EntryAsync(actor, reference, command.Key, cancellationToken));
    }

    private Task<(IReadOnlyList<SaveOutcome> Outcomes, Actor Actor)> StoreAsync(
        Caller caller, ReferenceData reference, IReadOnlyList<SaveValue> saves, CancellationToken cancellationToken) =>
        write.RunAsync(caller, async scope => (await SaveAsync(scope, reference, saves), scope.Actor), cancellationToken);

    private async Task<IReadOnlyList<SaveOutcome>> SaveAsync(WriteScope scope, ReferenceData reference, IReadOnlyList<SaveValue> saves)
    {
        var facts = reference.Facts;
        var key = saves[0].Key.Report;
        var unit = ReportAccess.RequireOwnUnit(scope.Actor, facts, key.UnitCode);
        var drafts = saves.Select(save => new DraftSave(save, facts.Indicator(save.Key.IndicatorNumber))).ToList();
        var period = facts.Period(key.Quarter);
        DraftChecks.RefuseWrong(drafts);
        SharedNumbers.RefuseContradicting(facts.Plan, drafts);
        if (DraftSave.Undecided(drafts) is { Count: > 0 } right)
        {
            var report = await LockedReport.OfAsync(scope, unit, period);
            var indicators = right.Select(draft => draft.Indicator).Union(SharedNumbers.SharingWith(facts, right));
            var read = await report.ReadAsync(
                [.. indicators.Select(indicator => indicator.Id)], [.. right.Select(draft => draft.Command.OperationId)]);
            right.ForEach(draft => draft.Find(read));
            DraftChecks.RefuseClosed(right, await ExtendedPeriods.OfAsync(scope, unit, report.Period, clock.Today));
            await DraftChecks.RefuseContestedAsync(scope, facts.Plan, right);
            var carried = SharedNumbers.Carry(facts, read, right);
            await ApplyAsync(scope, reference, unit, period.Quarter, [.. DraftSave.Undecided(right), .. carried]);
        }

        return [.. drafts.Select(draft => draft.Outcome!)];
    }

    private static async Task ApplyAsync(
        WriteScope scope, ReferenceData reference, ReportingUnit unit, Quarter quarter, List<DraftSave> drafts)
    {
        var statements = await GivenExplanations.StandingAsync(scope, reference.InForce(quarter), unit, quarter, drafts);
        foreach (var (draft, statement) in drafts.Zip(statements))
        {
            Apply(scope, draft, statement);
        }

        if (drafts.Count > 0)
        {
            scope.Changed(unit.Code, quarter, RevisionKind.Save);
        }
    }

    private static void Apply(WriteScope scope, DraftSave draft, Statement statement)
    {
        var value = draft.Value;
        var kind = draft.Giver is null ? AuditKinds.ValueSaved : AuditKinds.ValueShared;
        var before = value.Version == 0 ? null : AuditedValue.Of(value);
        if (draft.Giver is null)
        {
            value.SaveDraft(statement, scope.Now);
            Record(scope, draft, RevisionKind.Save, reason: null);
            scope.Begin(draft.Operation);
        }
        else
        {
            value.Share(statement, scope.Now);
            Record(scope, draft, RevisionKind.Share, $"随第{draft.Giver.Indicator.Number}项修改。");
        }

        scope.Audit(kind, new AuditSubject.Value(draft.Command.Key), before, AuditedValue.Of(value));
        draft.Outcome = SaveOutcome.Of(new SavedValue(value.Version, value.Status, scope.Now));
        draft.Giver?.Outcome!.Carry(new CarriedValue(draft.Command.Key.IndicatorNumber, statement, draft.Outcome.Require()));
    }

    private static void Record(WriteScope scope, DraftSave draft, RevisionKind kind, string? reason) => scope.Db.Revisions.Add(
        ValueRevision.After(draft.Value, kind, draft.Operation.Id, scope.Recording, reason));
}
