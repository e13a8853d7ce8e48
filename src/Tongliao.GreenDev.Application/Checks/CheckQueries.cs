using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Checks;

/// <summary>Reads the check rules (校核规则), which are everyone's, and how often they are raised, as far as the reader may see values.</summary>
public sealed class CheckQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <param name="caller">Anybody signed in.</param>
    /// <param name="wanted">Of the hits; null for the quarter people work on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">No such quarter.</exception>
    public async Task<CheckOverview> OverviewAsync(Caller caller, Quarter? wanted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        var period = wanted is { } quarter ? reference.Facts.Period(quarter) : reference.Facts.CurrentPeriod();
        return new CheckOverview(
            reference.Facts,
            period,
            actor.May(Act.ManageChecks),
            actor.May(Act.ReadValues) ? await HitsAsync(db, actor, reference.InForce(period.Quarter), period.Quarter, cancellationToken) : null);
    }

    /// <summary>What every value as it stands now is asked, under the thresholds of now.</summary>
    private static async Task<Dictionary<string, CheckHits>> HitsAsync(
        GreenDevDbContext db, Actor actor, ReferenceData reference, Quarter quarter, CancellationToken cancellationToken)
    {
        var facts = reference.Facts;
        var table = await FigureTable.ReadAsync(
            db, facts, ValueWarnings.ComparedQuarters(quarter), FigureBasis.Entered, unitId: null, indicatorId: null, cancellationToken);
        var submissions = await db.Submissions.AsNoTracking().Include(submission => submission.Values)
            .Where(submission => submission.PlanId == facts.Plan.Id && submission.Quarter == quarter).ToListAsync(cancellationToken);
        var findings =
            from unit in facts.Plan.Units
            where actor.MayReadUnit(unit)
            from submission in submissions
            where submission.UnitId == unit.Id
            from indicator in facts.Plan.Indicators
            from value in submission.Values
            where value.IndicatorId == indicator.Id && value.Status != ValueStatus.Empty
            from finding in FindingList.Of(
                indicator, quarter, value.ToFigure(), value.Statement.Explanations, table.FiguresOf(unit, indicator, Known.Now), facts.Checks)
            select finding;
        return findings.GroupBy(finding => finding.Code)
            .ToDictionary(rule => rule.Key, rule => new CheckHits(rule.Count(), rule.Count(finding => finding.Explanation is not null)));
    }
}
