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
        var report = await LockedReport.OfAsync(scope.Db, unit, period, scope.CancellationToken);
        RequirePeriod(report.Period, command.Step);

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
        if (command.Step == ReviewStep.Approve)
        {
            await FourEyes.RequireAsync(scope, candidates);
        }
        else if (command.Step == ReviewStep.Submit)
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
        ApplyStep command,
        Operation operation,
        ReviewTier tier,
        StepReasons reasons)
    {
        foreach (var (indicator, value) in candidates)
        {
            var before = new AuditedStep(Action: null, value.Status, value.Version);
            var reason = reasons.Of(indicator);
            value.MoveTo(ReviewSteps.Next(value.Status, command.Step, tier)!.Value, reason, scope.Now);
            scope.Db.Revisions.Add(ValueRevision.After(
                value, RevisionKinds.Of(command.Step), operation, scope.Actor.UserId, scope.Actor.Signature, reason));
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

    private static StepResult Result(StepCandidate candidate) =>
        new(candidate.Indicator.Number, candidate.Value.Status, candidate.Value.Version);
}
