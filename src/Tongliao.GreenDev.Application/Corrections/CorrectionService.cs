using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>更正: approved values, also of locked quarters, say something else by a request and a decision of two people; both stay in the history.</summary>
public sealed class CorrectionService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Asks for a correction.</summary>
    /// <returns>The id of the request.</returns>
    /// <exception cref="RefusalException">Outside the role, not approved, stale, wrong or unchanged numbers, no reason, or another request waits.</exception>
    public async Task<long> RequestAsync(Caller caller, RequestCorrection command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        return (await write.RunAsync(caller, command, scope => RequestAsync(scope, reference, command), cancellationToken)).Id;
    }

    /// <summary>Decides on a request. Approved, the value says what was asked for from then on; each locked quarter whose ratings change gets a new release.</summary>
    /// <exception cref="RefusalException">Not the bureau, or whoever asked; decided before; no reason; the value has changed since.</exception>
    public async Task DecideAsync(Caller caller, DecideCorrection command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        await write.RunAsync(caller, command, scope => DecideAsync(scope, reference, command), cancellationToken);
    }

    private static async Task<Correction> RequestAsync(WriteScope scope, ReferenceData reference, RequestCorrection command)
    {
        var facts = reference.Facts;
        scope.Actor.Require(Act.RequestCorrections);
        var unit = ReportAccess.RequireReporting(scope.Actor, facts, command.Key.UnitCode);
        if (scope.Actor.Role.IsCounty() && scope.Actor.UnitId != unit.Id)
        {
            throw RefusalException.Forbidden("只能申请更正本地区的数据。");
        }

        var indicator = facts.Indicator(command.Key.IndicatorNumber);
        var period = facts.Period(command.Key.Quarter);
        var values = await ReadAsync(scope, facts, unit, indicator, period);
        var value = values[indicator.Id];
        CorrectionChecks.RequireCorrectable(value, command.Version, indicator);
        await CorrectionChecks.RefusePendingAsync(scope, value, indicator);
        var correction = new Correction
        {
            ValueId = value.Id,
            Version = value.Version,
            Statement = await CorrectionChecks.StatementAsync(scope, reference.InForce(period.Quarter), unit, indicator, period.Quarter, value, command),
            Reason = CorrectionChecks.RequireReason(command.Reason, "更正"),
            Recorded = scope.Recording,
        };
        SharedCorrections.RequireFitting(indicator, SharedCorrections.Of(facts, indicator, correction.Statement, values));
        scope.Db.Corrections.Add(correction);
        scope.Audit(
            AuditKinds.CorrectionRequested,
            new AuditSubject.Value(command.Key),
            AuditedCorrection.Of(value.Version, value.Statement, null),
            AuditedCorrection.Of(value.Version, correction.Statement, correction.Reason));
        return correction;
    }

    private static async Task<bool> DecideAsync(WriteScope scope, ReferenceData reference, DecideCorrection command)
    {
        scope.Actor.Require(Act.DecideCorrections);
        var facts = reference.Facts;
        var line = (await CorrectionQueries.LinesAsync(scope.Db, facts, correction => correction.Id == command.Id, scope.CancellationToken)).SingleOrDefault()
            ?? throw CorrectionQueries.NoSuchCorrection();
        if (line.Correction.Recorded.ById == scope.Actor.UserId)
        {
            throw RefusalException.Forbidden("这条更正是您申请的，不能由同一人批准或驳回，请由市住建局其他人员办理。");
        }

        var reason = CorrectionChecks.RequireReason(command.Reason, command.IsApproved ? "批准" : "驳回");
        var values = await ReadAsync(scope, facts, line.Unit, line.Indicator, facts.Period(line.Quarter));
        var value = values[line.Indicator.Id];
        await CorrectionChecks.RefuseDecidedAsync(scope, line);
        scope.Db.CorrectionDecisions.Add(new CorrectionDecision
        {
            CorrectionId = line.Correction.Id,
            IsApproved = command.IsApproved,
            Reason = reason,
            Recorded = scope.Recording,
        });
        scope.Audit(
            AuditKinds.CorrectionDecided,
            new AuditSubject.Value(new ValueKey(line.Unit.Code, line.Quarter, line.Indicator.Number)),
            AuditedCorrection.Of(value.Version, value.Statement, line.Correction.Reason),
            new AuditedDecision(command.IsApproved, reason));
        if (command.IsApproved)
        {
            await ApplyAsync(scope, reference, line, value, SharedCorrections.Of(facts, line.Indicator, line.Correction.Statement, values), reason);
        }

        return true;
    }

    /// <summary>The report's values of an indicator and of those that share a number with it, held to the end.</summary>
    private static async Task<IReadOnlyDictionary<int, ReportedValue>> ReadAsync(
        WriteScope scope, PlanFacts facts, ReportingUnit unit, Indicator indicator, ReportingPeriod period)
    {
        var report = await LockedReport.OfAsync(scope, unit, period);
        return (await report.ReadAsync([indicator.Id, .. SharedCorrections.Sharing(facts, indicator).Select(other => other.Id)], [])).ByIndicator;
    }

    private static async Task ApplyAsync(
        WriteScope scope, ReferenceData reference, CorrectionLine line, ReportedValue value, IReadOnlyList<CarriedCorrection> carried, string reason)
    {
        CorrectionChecks.RequireCorrectable(value, line.Correction.Version, line.Indicator);
        SharedCorrections.RequireFitting(line.Indicator, carried);
        var changes = await CorrectionEffect.OfAsync(scope.Db, reference, line, carried, scope.CancellationToken);
        Correct(scope, value, line.Correction.Statement, line.Correction.Reason);
        await CarryAsync(scope, line, carried, reason);

        // Of its own quarter, where that is locked, and of every later locked one in which a rating becomes another one.
        await NewReleases.AddAsync(
            scope, reference.Facts, changes.Select(change => change.Quarter).Append(line.Quarter), line.Correction.Id, ruleChange: null);
        scope.Changed(line.Unit.Code, line.Quarter, RevisionKind.Correct);
        await scope.ReferenceChangedAsync();
    }

    private static void Correct(WriteScope scope, ReportedValue value, Statement statement, string reason)
    {
        value.Correct(statement, scope.Now);
        scope.Db.Revisions.Add(ValueRevision.After(
            value, RevisionKind.Correct, Guid.CreateVersion7(), scope.Recording, reason));
    }

    /// <summary>Approved values that share the number are corrected by the same request and decision; what is with the clerk takes it over.</summary>
    private static async Task CarryAsync(WriteScope scope, CorrectionLine line, IReadOnlyList<CarriedCorrection> carried, string reason)
    {
        var why = $"随第{line.Indicator.Number}项更正。";
        foreach (var (_, value, statement) in carried.Where(other => other.Value.Status == ValueStatus.Accepted))
        {
            var correction = new Correction
            {
                ValueId = value.Id,
                Version = value.Version,
                Statement = statement,
                Reason = why,
                Recorded = line.Correction.Recorded,
            };
            scope.Db.Corrections.Add(correction);

            // Its number is the database's to give.
            await scope.Db.SaveChangesAsync(scope.CancellationToken);
            scope.Db.CorrectionDecisions.Add(new CorrectionDecision
            {
                CorrectionId = correction.Id,
                IsApproved = true,
                Reason = reason,
                Recorded = scope.Recording,
            });
            Correct(scope, value, statement, why);
        }

        foreach (var (_, value, statement) in carried.Where(other => other.Value.Status.IsWithClerk()))
        {
            value.Share(statement, scope.Now);
            scope.Db.Revisions.Add(ValueRevision.After(
                value, RevisionKind.Share, Guid.CreateVersion7(), scope.Recording, why));
        }
    }
}
