using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Reads what counties have to put right (整改事项), from the lights of approved values alone.</summary>
public sealed class RectificationQueries(
    IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, ReactionClocks clocks)
{
    /// <summary>Whose rectifications a reader may look for. Two statements: reader, revision.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<RectificationReader> ReaderAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        return new RectificationReader(facts, [.. facts.Plan.Units.Where(actor.MayReadUnit)]);
    }

    /// <summary>All that the reader may see, of a county its own. Five statements: reader, revision, figures, arrangements, openings.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<RectificationList> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        return new RectificationList(
            actor, reference.Facts, await LinesAsync(db, reference, actor, [.. reference.Facts.Plan.Units.Where(actor.MayReadUnit)], cancellationToken));
    }

    /// <summary>Of some units, over a context that is open already, for a reader who may see all of them, or the system itself. Three statements.</summary>
    internal async Task<IReadOnlyList<RectificationLine>> LinesAsync(
        GreenDevDbContext db, ReferenceData reference, Actor? actor, IReadOnlyList<ReportingUnit> units, CancellationToken cancellationToken)
    {
        var table = await RectificationTable.ReadAsync(db, reference, units.Count == 1 ? units[0].Id : null, indicatorId: null, cancellationToken);
        var reactions = clocks.Of(reference.Facts);
        var lines =
            from unit in units
            from indicator in reference.Facts.Plan.Indicators
            from kept in table.Of(unit, indicator)
            let rectification = kept.Rectification
            let state = kept.StateOf(reactions)
            let due = kept.DueOn(reactions)
            let mayArrange = rectification.IsOpen && actor?.May(Act.ArrangeRectifications) == true
            orderby state, rectification.Closed?.At descending, due, unit.Order, indicator.Number
            select new RectificationLine(
                unit, indicator, rectification, table.LatestOf(unit, indicator, rectification), kept.Arrangements, state, due, mayArrange);
        return [.. lines];
    }
}
