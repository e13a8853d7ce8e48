using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Reads baselines and unit targets for whoever keeps them.</summary>
public sealed class TargetQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<BaselineTable> BaselinesAsync(Caller caller, CancellationToken cancellationToken)
    {
        var reference = await ReferenceAsync(caller, Act.ManageBaselines, cancellationToken);
        return new BaselineTable(reference.Facts, reference.Baselines);
    }

    /// <summary>The targets of one indicator and year.</summary>
    /// <param name="caller">The bureau.</param>
    /// <param name="indicatorNumber">序号; null for the first sum.</param>
    /// <param name="year">Null for today's, or the nearest with a target.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">Not the bureau, or unknown.</exception>
    public async Task<TargetTable> TargetsAsync(Caller caller, int? indicatorNumber, int? year, CancellationToken cancellationToken)
    {
        var reference = await ReferenceAsync(caller, Act.ManageTargets, cancellationToken);
        var indicator = indicatorNumber is { } number ? reference.Facts.Indicator(number) : reference.Facts.Plan.Indicators.First(i => i.IsSum);
        var years = indicator.Targets.Select(target => target.Year).ToList();
        var chosen = year ?? Math.Clamp(clock.Today.Year, years[0], years[^1]);
        var cityTarget = indicator.TargetOf(chosen)
            ?? throw RefusalException.NotFound(TargetChecks.WrongYear(indicator, chosen)!);
        var on = TargetTable.DayIn(chosen, clock.Today);
        return new TargetTable(
            reference.Facts, indicator, cityTarget, on, [.. reference.Facts.Plan.Regions.WithTargets.Select(unit => Line(reference, unit, indicator, chosen, on))]);
    }

    private static UnitTargetLine Line(ReferenceData reference, ReportingUnit unit, Indicator indicator, int year, DateOnly on)
    {
        var all = reference.TargetsOf(unit.Id, indicator.Id).Where(target => target.Year == year).ToList();
        return new UnitTargetLine(
            unit,
            UnitTarget.InForce(all, year, on),
            [.. all.OrderByDescending(target => target.EffectiveFrom).ThenByDescending(target => target.Id)]);
    }

    private async Task<ReferenceData> ReferenceAsync(Caller caller, Act act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(act);
        return await catalogue.GetAsync(db, caller, cancellationToken);
    }
}
