using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A baseline with whose and what it is.</summary>
public sealed record BaselineRow(string UnitCode, int IndicatorNumber, Baseline Baseline);

/// <summary>A unit target with whose and what it is.</summary>
public sealed record TargetRow(string UnitCode, int IndicatorNumber, EnteredTarget Entered);

/// <summary>Lists 2023 baselines (基数) and unit targets (分解指标) of the units the reader may see.</summary>
public sealed class TargetListQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>Baselines in the order of units and indicators.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<IReadOnlyList<BaselineRow>> BaselinesAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (actor, reference) = await ReaderAsync(caller, cancellationToken);
        return
        [
            .. from unit in reference.Facts.Plan.Units
               where actor.MayReadUnit(unit)
               from indicator in reference.Facts.Plan.Indicators
               from baseline in reference.Baselines
               where baseline.UnitId == unit.Id && baseline.IndicatorId == indicator.Id
               select new BaselineRow(unit.Code, indicator.Number, baseline),
        ];
    }

    /// <summary>Targets in the order of units, indicators, years and days; also those that later ones replaced.</summary>
    /// <exception cref="RefusalException">A role that reads no values.</exception>
    public async Task<IReadOnlyList<TargetRow>> TargetsAsync(Caller caller, CancellationToken cancellationToken)
    {
        var (actor, reference) = await ReaderAsync(caller, cancellationToken);
        return
        [
            .. from unit in reference.Facts.Plan.Regions.WithTargets
               where actor.MayReadUnit(unit)
               from indicator in reference.Facts.Plan.Indicators
               let all = reference.TargetsOf(unit.Id, indicator.Id)
               from target in all
               orderby unit.Order, indicator.Number, target.Year, target.EffectiveFrom, target.Id
               select new TargetRow(unit.Code, indicator.Number, new EnteredTarget(target, target.AppliesTo(all, reference.Facts.LockOf))),
        ];
    }

    private async Task<(Actor Actor, ReferenceData Reference)> ReaderAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        actor.Require(Act.ReadValues);
        return (actor, reference);
    }
}
