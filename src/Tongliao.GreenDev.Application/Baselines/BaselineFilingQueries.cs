using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Baselines;

/// <summary>Reads which baselines units need, and what they filed of them.</summary>
public sealed class BaselineFilingQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>All that the reader may see. Three statements: reader, revision, filings.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<BaselineFilingList> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        return await ListAsync(db, actor, reference, cancellationToken);
    }

    /// <summary>The same over a context that is open already. One statement.</summary>
    internal static async Task<BaselineFilingList> ListAsync(GreenDevDbContext db, Actor actor, ReferenceData reference, CancellationToken cancellationToken)
    {
        var units = reference.Facts.Plan.Units.Where(actor.MayReadUnit).ToList();
        var last = await LastAsync(db, [.. units.Select(unit => unit.Id)], cancellationToken);
        var lines = from unit in units
                    from indicator in Needed(reference)
                    where indicator.IsMadeFrom(unit.Sets)
                    let filed = last.GetValueOrDefault((unit.Id, indicator.Id))
                    let recorded = reference.BaselineOf(unit.Id, indicator.Id)
                    select new BaselineFilingLine(unit, indicator, recorded?.Inputs.IsEmpty == true ? null : recorded, filed.Filing, filed.Decision);
        return new BaselineFilingList(actor, reference.Facts, [.. lines], SettledQuarters.Why(reference.Facts.Periods, "基数"));
    }

    /// <summary>The indicators of which a quarter that is not locked is judged by the year before the plan, by the readings in force; as published.</summary>
    internal static IReadOnlyList<Indicator> Needed(ReferenceData reference)
    {
        var judged = reference.Facts.Periods.Where(period => period.State != PeriodState.Locked)
            .SelectMany(period => reference.InForce(period.Quarter).Facts.Plan.Indicators.Where(indicator => indicator.RestsOnBaseline))
            .Select(indicator => indicator.Number).ToHashSet();
        return [.. reference.Facts.Plan.Indicators.Where(indicator => judged.Contains(indicator.Number))];
    }

    private static async Task<Dictionary<(int Unit, int Indicator), (BaselineFiling? Filing, BaselineFilingDecision? Decision)>> LastAsync(
        GreenDevDbContext db, IReadOnlyList<int> unitIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from filing in db.BaselineFilings.AsNoTracking()
            where unitIds.Contains(filing.UnitId)
                && !db.BaselineFilings.Any(later => later.UnitId == filing.UnitId && later.IndicatorId == filing.IndicatorId && later.Number > filing.Number)
            from decision in db.BaselineFilingDecisions.Where(decision => decision.FilingId == filing.Id).DefaultIfEmpty()
            select new { filing, decision }).AsNoTracking().ToListAsync(cancellationToken);
        return rows.ToDictionary(row => (row.filing.UnitId, row.filing.IndicatorId), row => ((BaselineFiling?)row.filing, (BaselineFilingDecision?)row.decision));
    }
}
