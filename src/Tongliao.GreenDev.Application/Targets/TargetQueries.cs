using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>The regional targets (分解指标) of one indicator and year.</summary>
/// <param name="Reference">The plan they belong to.</param>
/// <param name="Indicator">Whose.</param>
/// <param name="CityTarget">The plan's own target for the year.</param>
/// <param name="On">The day on which “in force” is told: today, but never outside the year.</param>
/// <param name="Units">One line for each unit.</param>
public sealed record TargetTable(
    ReferenceData Reference, Indicator Indicator, IndicatorTarget CityTarget, DateOnly On, IReadOnlyList<UnitTarget> Units)
{
    /// <summary>Units without a target in force.</summary>
    public IReadOnlyList<ReportingUnit> Without => [.. Units.Where(unit => unit.InForce is null).Select(unit => unit.Unit)];

    /// <summary>合计 of what is in force; null where adding up means nothing.</summary>
    public decimal? Sum => Indicator.IsSum ? Units.Sum(unit => unit.InForce?.Value ?? 0) : null;

    /// <summary>差额: what the units' targets fall short of the city's; negative when they go beyond it.</summary>
    public decimal? Remainder => CityTarget.Value - Sum;
}

/// <summary>What one unit was told to reach, and when.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="InForce">现行.</param>
/// <param name="History">All that were ever set for the year, the latest first.</param>
public sealed record UnitTarget(ReportingUnit Unit, RegionTarget? InForce, IReadOnlyList<RegionTarget> History)
{
    /// <summary>The version of the last one entered, 0 for none; to be carried back by whoever adds another.</summary>
    public int Version => History.Select(target => target.Version).DefaultIfEmpty().Max();
}

/// <summary>The 2023 baselines (基数) with the plan they belong to.</summary>
public sealed record BaselineTable(ReferenceData Reference)
{
    /// <summary>Indicators whose value rests on a baseline, then those that have one all the same.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } =
    [
        .. Reference.Plan.Indicators
            .Where(indicator => indicator.IsSum || Reference.Baselines.Any(b => b.IndicatorId == indicator.Id && !b.Inputs.IsEmpty))
            .OrderByDescending(indicator => indicator.BaselineRequired).ThenByDescending(indicator => indicator.IsSum).ThenBy(indicator => indicator.Number),
    ];
}

/// <summary>Reads baselines and regional targets for whoever keeps them.</summary>
public sealed class TargetQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<BaselineTable> BaselinesAsync(Caller caller, CancellationToken cancellationToken) =>
        new(await ReferenceAsync(caller, Act.ManageBaselines, cancellationToken));

    /// <summary>The targets of one indicator and year.</summary>
    /// <param name="caller">The bureau.</param>
    /// <param name="indicatorNumber">序号; null for the first sum.</param>
    /// <param name="year">Null for today's, or the nearest with a target.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="RefusalException">Not the bureau, or unknown.</exception>
    public async Task<TargetTable> TargetsAsync(Caller caller, int? indicatorNumber, int? year, CancellationToken cancellationToken)
    {
        var reference = await ReferenceAsync(caller, Act.ManageTargets, cancellationToken);
        var indicator = indicatorNumber is { } number ? reference.Indicator(number) : reference.Plan.Indicators.First(i => i.IsSum);
        var years = indicator.Targets.Select(target => target.Year).ToList();
        var chosen = year ?? Math.Clamp(clock.Today.Year, years[0], years[^1]);
        var cityTarget = indicator.TargetOf(chosen)
            ?? throw RefusalException.NotFound($"方案没有{chosen}年的目标，请选择{years[0]}至{years[^1]}年。");
        var (first, last) = (new DateOnly(chosen, 1, 1), new DateOnly(chosen, 12, 31));
        var on = clock.Today < first ? first : clock.Today > last ? last : clock.Today;
        return new TargetTable(
            reference, indicator, cityTarget, on, [.. reference.Plan.Units.Select(unit => Line(reference, unit, indicator, chosen, on))]);
    }

    private static UnitTarget Line(ReferenceData reference, ReportingUnit unit, Indicator indicator, int year, DateOnly on)
    {
        var all = reference.TargetsOf(unit.Id, indicator.Id).Where(target => target.Year == year).ToList();
        return new UnitTarget(
            unit,
            RegionTarget.InForce(all, year, on),
            [.. all.OrderByDescending(target => target.EffectiveFrom).ThenByDescending(target => target.Id)]);
    }

    private async Task<ReferenceData> ReferenceAsync(Caller caller, Act act, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(act);
        return await catalogue.GetAsync(db, cancellationToken);
    }
}
