using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Takes values from the county to approval: submit, withdraw, approve, return, reopen.</summary>
public sealed class ReviewService(WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Applies a step to all chosen values or none.</summary>
    /// <exception cref="RefusalException">Outside the role, an unfinished value, a status that does not allow it, a stale or missing version, a missing reason or answer.</exception>
    public async Task<IReadOnlyList<StepResult>> ApplyAsync(Caller caller, ApplyStep command, CancellationToken cancellationToken)
    {
        var reference = await catalogue.GetAsync(caller, cancellationToken);
        return await write.RunAsync(caller, scope => ApplyAsync(scope, reference, command), cancellationToken);
    }

    private async Task<IReadOnlyList<StepResult>> ApplyAsync(WriteScope scope, ReferenceData reference, ApplyStep command)
    {
        var facts = reference.Facts;
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
            return earlier.IsSame(operation) ? await FirstAnswerAsync(scope, values, command) : throw RefusalException.OperationReused();
        }

        RequirePeriod(await ExtendedPeriods.OfAsync(scope, unit, report.Period, clock.Today), command.Step);
        var passedOver = new Dictionary<int, string>();
        var candidates = await SelectAsync(scope, values, command, tier, passedOver);
        await CheckAsync(scope, reference, unit, period.Quarter, command, candidates, reasons);
        if (candidates.Count > 0)
        {
            scope.Begin(operation);
            Apply(scope, facts, unit, period.Quarter, candidates, command, tier, reasons);
            if (await DecisionNews.OfAsync(scope, unit, period.Quarter, command.Step, tier, candidates, reasons) is { } news)
            {
                await notices.TellAsync(scope, news);
            }
        }

        return [.. values.Select(candidate => Result(candidate) with { PassedOver = passedOver.GetValueOrDefault(candidate.Indicator.Number) })];
    }

    /// <summary>Of the chosen values those to which the step is applied.</summary>
    private async Task<IReadOnlyList<StepCandidate>> SelectAsync(
        WriteScope scope, IReadOnlyList<StepCandidate> values, ApplyStep command, ReviewTier tier, Dictionary<int, string> passedOver)
    {
        if (command is { PassesOver: true, Step: ReviewStep.Approve })
        {
            return await FourEyes.PossibleAsync(scope, StepChecks.Possible(values, command, tier, passedOver), passedOver);
        }

        var candidates = StepChecks.RequireAllowed(values, command, tier);
        if (command.Step == ReviewStep.Withdraw)
        {
            return await WithdrawalChecks.RequireUnopenedAsync(scope, clock, candidates, areNamed: command.IndicatorNumbers is not null);
        }

        if (command.Step == ReviewStep.Approve)
        {
            await FourEyes.RequireAsync(scope, candidates);
        }

        return candidates;
    }

    /// <summary>What a step asks for besides a status that allows it.</summary>
    private static async Task CheckAsync(
        WriteScope scope, ReferenceData reference, ReportingUnit unit, Quarter quarter, ApplyStep command, IReadOnlyList<StepCandidate> candidates, StepReasons reasons)
    {
        if (command.Step == ReviewStep.Approve)
        {
            reasons.RequireForDepartments(
                command, [.. candidates.Where(candidate => ReviewAccess.ActsFor(scope.Actor, reference.Facts, candidate.Indicator) is not null)]);
        }
        else if (command.Step == ReviewStep.Submit)
        {
            await SubmissionChecks.RequireSubmittableAsync(scope.Db, reference.InForce(quarter), unit, quarter, candidates, scope.CancellationToken);
            var returned = candidates.Where(candidate => candidate.Value.ReturnReason is not null).ToList();
            reasons.RequireAnswers(command, await ReturnedStatements.UnchangedAsync(scope, returned), returned);
        }
    }

    private static void Apply(
        WriteScope scope,
        PlanFacts facts,
        ReportingUnit unit,
        Quarter quarter,
        IReadOnlyList<StepCandidate> candidates,
        ApplyStep command,
        ReviewTier tier,
        StepReasons reasons)
    {
        var kind = RevisionKinds.Of(command.Step);
        foreach (var (indicator, value) in candidates)
        {
            var before = new AuditedStep(Action: null, value.Status, value.Version);
            var reason = reasons.Of(indicator);
            var actedFor = command.Step is ReviewStep.Approve or ReviewStep.Return ? ReviewAccess.ActsFor(scope.Actor, facts, indicator)?.ShortName : null;
            value.MoveTo(ReviewSteps.Next(value.Status, command.Step, tier, facts.HasCountyReview(unit))!.Value, reason, scope.Now);
            scope.Db.Revisions.Add(
                ValueRevision.After(value, kind, command.OperationId, scope.Recording, reason, actedFor));
            scope.Audit(
                AuditKinds.ReviewStep,
                new AuditSubject.Value(new ValueKey(unit.Code, quarter, indicator.Number)),
                before,
                new AuditedStep(command.Step, value.Status, value.Version, reason, actedFor));
        }

        // Where the county reviews nothing, what is submitted reaches the city at once, and counts for ratings as what a county approved.
        scope.Changed(unit.Code, quarter, kind == RevisionKind.Submit && !facts.HasCountyReview(unit) ? RevisionKind.Approve : kind);
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
    private static async Task<IReadOnlyList<StepResult>> FirstAnswerAsync(WriteScope scope, IReadOnlyList<StepCandidate> values, ApplyStep command)
    {
        var ids = values.Select(candidate => candidate.Value.Id).ToList();
        var taken = await scope.Db.Revisions
            .Where(revision => ids.Contains(revision.ValueId) && revision.ById == scope.Actor.UserId && revision.OperationId == command.OperationId)
            .Select(revision => new { revision.ValueId, revision.Status, revision.Version })
            .ToDictionaryAsync(revision => revision.ValueId, scope.CancellationToken);
        return
        [
            .. values.Select(candidate => taken.TryGetValue(candidate.Value.Id, out var then)
                ? new StepResult(candidate.Indicator.Number, then.Status, then.Version)
                : Result(candidate) with { PassedOver = command.PassesOver ? "没有一并审核通过，请核对最新数据" : null }),
        ];
    }

    private static StepResult Result(StepCandidate candidate) =>
        new(candidate.Indicator.Number, candidate.Value.Status, candidate.Value.Version);
}
