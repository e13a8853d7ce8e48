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
    /// <summary>Takes a step.</summary>
    /// <exception cref="RefusalException">Outside the role, an unfinished value, a status that does not allow it, a stale or missing version, a missing reason.</exception>
    public async Task<IReadOnlyList<StepResult>> TakeAsync(Caller caller, TakeStep command, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(cancellationToken);
        return await write.RunAsync(caller, scope => TakeAsync(scope, facts, command), cancellationToken);
    }

    private static async Task<IReadOnlyList<StepResult>> TakeAsync(WriteScope scope, PlanFacts facts, TakeStep command)
    {
        var unit = ReportAccess.RequireReadable(scope.Actor, facts, command.Report.UnitCode);
        var tier = ReviewOperations.TierOf(scope.Actor, unit, command.Action);
        var period = facts.Period(command.Report.Quarter);
        var chosen = ReviewOperations.RequireIndicators(scope.Actor, facts, command.IndicatorNumbers);
        var reasons = StepReasons.Require(command, chosen);
        var report = await LockedReport.OfAsync(scope.Db, unit, period, scope.CancellationToken);
        RequirePeriod(report.Period, command.Action);

        // With the values comes in one statement what the same operation asked for if it was here before.
        var reported = await report.Values
            .Select(value => new
            {
                Value = value,
                Earlier = scope.Db.Revisions.Where(revision => revision.OperationId == command.OperationId).OrderBy(revision => revision.Id)
                    .Select(revision => new { revision.ById, revision.OperationContent }).FirstOrDefault(),
            })
            .ToDictionaryAsync(row => row.Value.IndicatorId, scope.CancellationToken);
        var values = chosen.Select(indicator => new StepCandidate(indicator, reported[indicator.Id].Value)).ToList();
        var operation = new Operation(command.OperationId, OperationContent.Of(command));
        if (reported[chosen[0].Id].Earlier is { } earlier)
        {
            RepeatedOperation.RequireSame(scope, operation, earlier.ById, earlier.OperationContent);
            return [.. values.Select(Result)];
        }

        var candidates = StepChecks.RequireAllowed(values, command, tier);
        if (command.Action == ReportAction.Approve)
        {
            await FourEyes.RequireAsync(scope, candidates);
        }
        else if (command.Action == ReportAction.Submit)
        {
            await SubmissionChecks.RequireSubmittableAsync(scope.Db, facts, unit, period.Quarter, candidates, scope.CancellationToken);
        }

        Apply(scope, unit, period.Quarter, candidates, command, operation, tier, reasons);
        return [.. values.Select(Result)];
    }

    private static void Apply(
        WriteScope scope,
        ReportingUnit unit,
        Quarter quarter,
        IReadOnlyList<StepCandidate> candidates,
        TakeStep command,
        Operation operation,
        ReviewTier tier,
        StepReasons reasons)
    {
        foreach (var (indicator, value) in candidates)
        {
            var before = new AuditedStep(Action: null, value.Status, value.Version);
            var reason = reasons.Of(indicator);
            value.Take(ReportStep.Next(value.Status, command.Action, tier)!.Value, reason, scope.Now);
            scope.Db.Revisions.Add(ValueRevision.After(
                value, RevisionKinds.Of(command.Action), operation, scope.Actor.UserId, scope.Actor.Signature, reason));
            scope.Audit(
                AuditKinds.ReportStep,
                new AuditSubject.Value(new ValueKey(unit.Code, quarter, indicator.Number)),
                before,
                new AuditedStep(command.Action, value.Status, value.Version, reason));
        }

        scope.Changed(unit.Code, quarter, RevisionKinds.Of(command.Action));
    }

    private static void RequirePeriod(ReportingPeriod period, ReportAction action)
    {
        var allowed = action == ReportAction.Approve ? period.AcceptsReview : period.AcceptsEntry;
        if (!allowed)
        {
            var hint = action is ReportAction.Return or ReportAction.Reopen && period.State == PeriodState.Closed
                ? "退回后县级无法修改。" : "";
            throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(period) + hint);
        }
    }

    private static StepResult Result(StepCandidate candidate) =>
        new(candidate.Indicator.Number, candidate.Value.Status, candidate.Value.Version);
}
