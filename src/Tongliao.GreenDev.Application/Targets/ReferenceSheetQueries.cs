using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Workbooks;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Reads the reference sheet (基数和分解指标总表), and what lights still want of it.</summary>
public sealed class ReferenceSheetQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    // A year's yardsticks of the units: the area and the people of their towns, as they report them.
    private static readonly IReadOnlyList<string> YardstickCodes = ["urbanPopulation", "builtUpArea"];

    /// <summary>The sheet with what is missing. Three statements: reader, revision, figures.</summary>
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<(ReferenceSheet Sheet, IReadOnlyList<LightNeed> Needs)> SheetAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(Act.ManageTargets);
        var reference = await catalogue.GetAsync(db, caller, cancellationToken);
        var facts = reference.Facts;
        var quarters = facts.Periods.Where(period => period.OpenedAt is not null).Select(period => period.Quarter).ToList();
        var table = await FigureTable.ReadAsync(db, facts, quarters, FigureBasis.Submitted, unitId: null, indicatorId: null, cancellationToken);
        return (SheetOf(reference) with { Weights = WeightsOf(reference, table, quarters) }, LightNeeds.Of(reference, table, clock.Today));
    }

    /// <summary>A workbook made from the template, read beside what stands there now. Two statements.</summary>
    /// <param name="caller">The bureau.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="content">Of the file.</param>
    /// <param name="cancellationToken">When nobody waits any more.</param>
    /// <exception cref="RefusalException">Not the bureau, or no such workbook.</exception>
    public async Task<ReferenceImport> ImportAsync(Caller caller, string? name, byte[] content, CancellationToken cancellationToken) =>
        ReferenceWorkbookReader.Read(WorkbookReader.Read(name, content), SheetOf(await ReferenceAsync(caller, cancellationToken)));

    /// <summary>The sheet alone, to be written as a workbook. Two statements.</summary>
    /// <exception cref="RefusalException">Not the bureau.</exception>
    internal async Task<ReferenceSheet> TableAsync(Caller caller, CancellationToken cancellationToken) => SheetOf(await ReferenceAsync(caller, cancellationToken));

    internal static ReferenceSheet SheetOf(ReferenceData reference)
    {
        var facts = reference.Facts;
        List<ReferenceColumn> columns = [.. facts.Plan.Indicators.SelectMany(indicator => ColumnsOf(facts, indicator))];
        var cells = from column in columns
                    from unit in facts.Plan.Units
                    let cell = CellOf(reference, unit, column)
                    where cell.Version > 0
                    select (Key: column.KeyOf(unit.Code), cell);
        return new ReferenceSheet(facts, columns, cells.ToDictionary(found => found.Key, found => found.cell), []);
    }

    private async Task<ReferenceData> ReferenceAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(Act.ManageTargets);
        return await catalogue.GetAsync(db, caller, cancellationToken);
    }

    private static IEnumerable<ReferenceColumn> ColumnsOf(PlanFacts facts, Indicator indicator)
    {
        if (indicator.IsSum)
        {
            yield return new ReferenceColumn(indicator, City: null, facts.Plan.BaselineYear, SettledQuarters.Why(facts.Periods, "基数"));
        }

        foreach (var target in indicator.Targets)
        {
            yield return new ReferenceColumn(indicator, target, target.Year, SettledQuarters.WhyOfYear(facts.Periods, target.Year));
        }
    }

    private static ReferenceCell CellOf(ReferenceData reference, ReportingUnit unit, ReferenceColumn column)
    {
        if (column.IsBaseline)
        {
            return reference.BaselineOf(unit.Id, column.Indicator.Id) is { } recorded
                ? new ReferenceCell(recorded.Inputs.Amount, recorded.Version, null)
                : ReferenceCell.Empty;
        }

        var targets = reference.TargetsOf(unit.Id, column.Indicator.Id).Where(target => target.Year == column.Year).ToList();
        return UnitTarget.InForce(targets, column.Year, TargetQuarters.LastEffectiveDay(column.Year)) is { } held
            ? new ReferenceCell(held.Value, ReferenceRows.VersionOf(targets), held.Document)
            : ReferenceCell.Empty;
    }

    private static List<DivisionWeights> WeightsOf(ReferenceData reference, FigureTable table, IReadOnlyList<Quarter> quarters)
    {
        var plan = reference.Facts.Plan;
        var yardsticks = from code in YardstickCodes
                         let quantity = plan.Quantities.FirstOrDefault(quantity => quantity.Code == code)
                         where quantity is not null
                         let use = quantity.Uses[0]
                         from weights in Latest(reference, table, quarters, quantity.Name, reference.Facts.Indicator(use.IndicatorNumber), use.Key, only: null)
                         select weights;
        var amounts = from indicator in plan.Indicators
                      where indicator.IsSum
                      from weights in Latest(
                          reference, table, [.. quarters.Where(quarter => quarter.IsYearEnd)], "完成数", indicator, InputKey.Amount, indicator.Number)
                      select weights;
        return [.. yardsticks, .. amounts];
    }

    /// <summary>From the last quarter in which every unit has told the number; none where there is no such quarter.</summary>
    private static IEnumerable<DivisionWeights> Latest(
        ReferenceData reference, FigureTable table, IReadOnlyList<Quarter> quarters, string name, Indicator indicator, InputKey key, int? only)
    {
        foreach (var quarter in quarters.Reverse())
        {
            var known = reference.InForce(quarter).Known;
            var told = reference.Facts.Plan.Units
                .Select(unit => (unit.Code, Number: table.FiguresOf(unit, indicator, known).GetValueOrDefault(quarter)?.Inputs?[key]))
                .Where(told => told.Number is not null).ToDictionary(told => told.Code, told => told.Number!.Value);
            if (told.Count == reference.Facts.Plan.Units.Count)
            {
                var when = only is null ? quarter.ChineseName : $"{quarter.Year}年";
                return [new DivisionWeights($"{when}{name}", only, told)];
            }
        }

        return [];
    }
}
