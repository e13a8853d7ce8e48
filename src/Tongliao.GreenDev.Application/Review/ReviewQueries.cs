using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Reads who has reported, who has not, and who is late.</summary>
public sealed class ReviewQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>The progress of a period; a lead department sees only the indicators it leads.</summary>
    /// <exception cref="RefusalException">A role that reads no values, or an unknown period.</exception>
    public async Task<PeriodProgress> ProgressAsync(Caller caller, Quarter quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        return (await ProgressAsync(db, actor, facts, [facts.Period(quarter)], cancellationToken))[0];
    }

    /// <summary>The same of several periods over a context that is open already, for a reader whose role has been checked. One statement.</summary>
    internal async Task<IReadOnlyList<PeriodProgress>> ProgressAsync(
        GreenDevDbContext db, Actor actor, PlanFacts facts, IReadOnlyList<ReportingPeriod> periods, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(db, facts.Plan.Id, [.. periods.Select(period => period.Quarter)], cancellationToken);
        var scope = ScopeOf(actor, facts, lead: null);
        return [.. periods.Select(period => Progress(rows, scope, facts, facts.Plan.Units.Where(actor.MayReadUnit), period))];
    }

    /// <summary>What a reviewer of the city has before them.</summary>
    /// <param name="caller">The bureau or a lead department.</param>
    /// <param name="quarter">Null for the one people work on.</param>
    /// <param name="leadId">Only what this department leads; one that leads nothing counts as none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">Not a reviewer of the city, or an unknown period.</exception>
    public async Task<ReviewOverview> OverviewAsync(Caller caller, Quarter? quarter, string? leadId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ReviewForCity);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        var chosen = quarter is { } asked ? facts.Period(asked) : facts.CurrentPeriod();
        var lead = facts.Plan.Indicators.Any(indicator => indicator.LeadDepartmentId == leadId) ? facts.Department(leadId!) : null;
        var rows = await RowsAsync(db, facts.Plan.Id, [chosen.Quarter, chosen.Quarter.Previous], cancellationToken);
        var scope = ScopeOf(actor, facts, lead?.Id);
        return new ReviewOverview(
            actor,
            facts,
            lead,
            Progress(rows, scope, facts, facts.Plan.Units, chosen),
            facts.OpenedBefore(chosen) is { } before ? Progress(rows, scope, facts, facts.Plan.Units, before) : null);
    }

    private PeriodProgress Progress(
        IReadOnlyList<ProgressRow> rows, HashSet<int> scope, PlanFacts facts, IEnumerable<ReportingUnit> units, ReportingPeriod period)
    {
        var inScope = rows.Where(row => row.Quarter == period.Quarter && scope.Contains(row.IndicatorId)).Select(row => row.Value);
        return PeriodProgress.Of(period, units, scope.Count, inScope, clock.DeadlinesOf(facts, period));
    }

    private static async Task<IReadOnlyList<ProgressRow>> RowsAsync(
        GreenDevDbContext db, int planId, IReadOnlyList<Quarter> quarters, CancellationToken cancellationToken) =>
        await (
            from submission in db.Submissions.AsNoTracking()
            where submission.PlanId == planId && quarters.Contains(submission.Quarter)
            from value in submission.Values
            select new ProgressRow(
                submission.Quarter,
                value.IndicatorId,
                new ValueProgress(submission.UnitId, value.Status, value.FirstSubmittedAt, value.ChangedAt)
                {
                    IsNotApplicable = value.Statement.NotApplicableReason != null,
                    WasReturned = db.Revisions.Any(past => past.ValueId == value.Id && (past.Kind == RevisionKind.Return || past.Kind == RevisionKind.Reopen)),
                }))
            .ToListAsync(cancellationToken);

    private static HashSet<int> ScopeOf(Actor actor, PlanFacts facts, string? lead) =>
        [.. facts.Plan.Indicators
            .Where(indicator => ReviewAccess.MayActOn(actor, indicator) && (lead is null || indicator.LeadDepartmentId == lead))
            .Select(indicator => indicator.Id)];

    private sealed record ProgressRow(Quarter Quarter, int IndicatorId, ValueProgress Value);
}
