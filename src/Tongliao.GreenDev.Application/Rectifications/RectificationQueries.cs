using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Reads what counties have to put right (整改事项), from the lights of approved values alone.</summary>
public sealed class RectificationQueries(
    IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock, IOptions<ReactionsOptions> options)
{
    /// <summary>Whose rectifications a reader may look for. Two statements: reader, revision.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<RectificationReader> ReaderAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var facts = await catalogue.FactsAsync(db, cancellationToken);
        actor.Require(Act.ReadValues);
        return new RectificationReader(facts, [.. facts.Plan.Units.Where(actor.MayReadUnit)]);
    }

    /// <summary>All that the reader may see, of a county its own. Four statements: reader, revision, figures, arrangements.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<RectificationList> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, cancellationToken);
        actor.Require(Act.ReadValues);
        var facts = reference.Facts;
        var units = facts.Plan.Units.Where(actor.MayReadUnit).ToList();
        var table = await RectificationTable.ReadAsync(db, reference, units.Count == 1 ? units[0].Id : null, indicatorId: null, cancellationToken);
        var reactions = new ReactionClock(facts.Calendar, options.Value.WorkingDays, clock.Today, instant => clock.Local(instant).DateTime);
        var lines =
            from unit in units
            from indicator in facts.Plan.Indicators
            from rectification in table.Of(unit, indicator)
            let arrangements = table.ArrangementsFor(unit, indicator, rectification)
            let arranged = arrangements.Count > 0 ? arrangements[0] : null
            let state = rectification.StateOf(arranged, reactions)
            let due = rectification.DueOn(arranged, reactions)
            let mayArrange = rectification.IsOpen && RectificationAccess.MayArrange(actor, unit)
            orderby state, rectification.Closed?.At descending, due, unit.Order, indicator.Number
            select new RectificationLine(
                unit, indicator, rectification, table.LatestOf(unit, indicator, rectification), arrangements, state, due, mayArrange);
        return new RectificationList(actor, facts, [.. lines]);
    }
}
