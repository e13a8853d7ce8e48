using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Reads the reporting periods for whoever opens and closes them.</summary>
public sealed class PeriodQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>How far all units' reports have come in every period of the plan, ascending.</summary>
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<IReadOnlyList<PeriodProgress>> OverviewAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ManagePeriods);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        var values = await (
            from submission in db.Submissions
            where submission.PlanId == facts.Plan.Id
            from value in submission.Values
            select new { submission.Quarter, Progress = new ValueProgress(submission.UnitId, value.Status, value.FirstSubmittedAt, value.ChangedAt) })
            .ToListAsync(cancellationToken);
        var byQuarter = values.ToLookup(value => value.Quarter, value => value.Progress);
        var plan = facts.Plan;
        return
        [
            .. facts.Periods.Select(period => PeriodProgress.Of(
                period, plan.Units, facts.IndicatorsOf(period.Quarter).Count(), byQuarter[period.Quarter], clock.DeadlinesOf(facts, period))),
        ];
    }

    /// <summary>What was done to a period, the latest first.</summary>
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<IReadOnlyList<PeriodChange>> HistoryAsync(Caller caller, Quarter quarter, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        actor.Require(Act.ManagePeriods);
        var subject = new AuditSubject.Period(quarter).ToString();
        var events = await db.AuditEvents.AsNoTracking()
            .Where(audit => audit.Subject == subject && audit.PlanId == actor.PlanId && audit.Kind == AuditKinds.PeriodChanged && audit.Succeeded)
            .OrderByDescending(audit => audit.Id)
            .Select(audit => new { audit.At, audit.UserName, audit.After })
            .ToListAsync(cancellationToken);
        return
        [
            .. from change in events
               select new PeriodChange(change.At, change.UserName, AuditJson.Read<AuditedPeriod>(change.After!)),
        ];
    }
}
