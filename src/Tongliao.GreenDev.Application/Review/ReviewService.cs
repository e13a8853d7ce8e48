using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Takes values from the county to approval: submit, approve, return, reopen.</summary>
public sealed class ReviewService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Applies a step to all chosen values or none.</summary>
    /// <exception cref="RefusalException">Outside the role, an unfinished value, a status that does not allow it, a stale or missing version, a missing reason.</exception>
    public async Task<IReadOnlyList<StepResult>> ApplyAsync(Caller caller, ApplyStep command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(cancellationToken);
        return await write.RunAsync(caller, scope => ApplyAsync(scope, facts, command), cancellationToken);
    }

    private static async Task<IReadOnlyList<StepResult>> ApplyAsync(WriteScope scope, PlanFacts facts, ApplyStep command)
    {
        var unit = ReportAccess.RequireReadable(scope.Actor, facts, command.Report.UnitCode);
        var tier = ReviewAccess.TierOf(scope.Actor, unit, command.Step);
        var period = facts.Period(command.Report.Quarter);
        var chosen = ReviewAccess.RequireIndicators(scope.Actor, facts, command.IndicatorNumbers);
        var reasons = StepReasons.Require(command, chosen);
        var report = await LockedReport.OfAsync(scope, unit, period);
        var reported = await report.ReadAsync([.. chosen.Select(indicator => indicator.Id)], [command.OperationId]);
        var values = chosen.Select(indicator => new StepCandidate(indicator, reported.ByIndicator[indicator.Id])).ToList();
        var operation = Operation.Of(command.OperationId, command);
        if (reported.Earlier.TryGetValue(operation.Id, out var earlier))
        {
            return earlier.IsSame(operation) ? await FirstAnswerAsync(scope, values, operation.Id) : throw RefusalException.OperationReused();
        }

        RequirePeriod(report.Period, command.Step);
        var candidates = StepChecks.RequireAllowed(values, command, tier);
        if (command.Step == ReviewStep.Approve)
        {
            await FourEyes.RequireAsync(scope, candidates);
        }
        else if (command.Step == ReviewStep.Submit)
        {
            await SubmissionChecks.RequireSubmittableAsync(scope.Db, facts, unit, period.Quarter, candidates, scope.CancellationToken);
        }

        scope.Begin(operation);
        Apply(scope, unit, period.Quarter, candidates, command, tier, reasons);
        return [.. values.Select(Result)];
    }

    private static void Apply(
        WriteScope scope,
        ReportingUnit unit,
        Quarter quarter,
        IReadOnlyList<StepCandidate> candidates,
        ApplyStep command,
        ReviewTier tier,
        StepReasons reasons)
    {
        foreach (var (indicator, value) in candidates)
        {
            var before = new AuditedStep(Action: null, value.Status, value.Version);
            var reason = reasons.Of(indicator);
            value.MoveTo(ReviewSteps.Next(value.Status, command.Step, tier)!.Value, reason, scope.Now);
            scope.Db.Revisions.Add(ValueRevision.After(
                value, RevisionKinds.Of(command.Step), command.OperationId, scope.Actor.UserId, scope.Actor.Signature, reason));
            scope.Audit(
                AuditKinds.ReviewStep,
                new AuditSubject.Value(new ValueKey(unit.Code, quarter, indicator.Number)),
                before,
                new AuditedStep(command.Step, value.Status, value.Version, reason));
        }

        scope.Changed(unit.Code, quarter, RevisionKinds.Of(command.Step));
    }

    private static void RequirePeriod(ReportingPeriod period, ReviewStep step)
    {
        var allowed = step == ReviewStep.Approve ? period.AcceptsReview : period.AcceptsEntry;
        if (!allowed)
        {
            var hint = step is ReviewStep.Return or ReviewStep.Reopen && period.State == PeriodState.Closed
                ? "退回后县级无法修改。" : "";
            throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(period) + hint);
        }
    }

    /// <summary>What the step left, whatever has become of the values since; what it passed over is told as it stands.</summary>
    private static async Task<IReadOnlyList<StepResult>> FirstAnswerAsync(WriteScope scope, IReadOnlyList<StepCandidate> values, Guid operationId)
    {
        var ids = values.Select(candidate => candidate.Value.Id).ToList();
        var taken = await scope.Db.Revisions
            .Where(revision => ids.Contains(revision.ValueId) && revision.ById == scope.Actor.UserId && revision.OperationId == operationId)
            .Select(revision => new { revision.ValueId, revision.Status, revision.Version })
            .ToDictionaryAsync(revision => revision.ValueId, scope.CancellationToken);
        return
        [
            .. values.Select(candidate => taken.TryGetValue(candidate.Value.Id, out var then)
                ? new StepResult(candidate.Indicator.Number, then.Status, then.Version)
                : Result(candidate)),
        ];
    }

    private static StepResult Result(StepCandidate candidate) =>
        new(candidate.Indicator.Number, candidate.Value.Status, candidate.Value.Version);
}
