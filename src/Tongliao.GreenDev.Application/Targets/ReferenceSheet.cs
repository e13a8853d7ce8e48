using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>Baselines (基数) and unit targets (分解指标) of all units as one grid (总表).</summary>
/// <param name="Facts">The plan they belong to.</param>
/// <param name="Columns">By indicator: its baselines, then its targets year by year.</param>
/// <param name="Cells">What is there; a cell that is not has nothing.</param>
/// <param name="Weights">By which a number of the city may be divided among the units.</param>
public sealed record ReferenceSheet(
    PlanFacts Facts, IReadOnlyList<ReferenceColumn> Columns, IReadOnlyDictionary<ReferenceKey, ReferenceCell> Cells, IReadOnlyList<DivisionWeights> Weights)
{
    public IReadOnlyList<ReportingUnit> Units => Facts.Plan.Units;

    /// <summary>The columns of every indicator, or of those whose city number has to be divided.</summary>
    public IReadOnlyList<ReferenceColumn> ColumnsOf(bool all) => all ? Columns : [.. Columns.Where(column => column.Indicator.IsSum)];

    public ReferenceCell this[ReferenceKey key] => Cells.GetValueOrDefault(key, ReferenceCell.Empty);

    /// <summary>What the cells of a column come to with other numbers in some of them; null where adding up means nothing.</summary>
    public decimal? SumOf(ReferenceColumn column, IReadOnlyDictionary<ReferenceKey, decimal?> changed) => !column.Indicator.IsSum
        ? null
        : Units.Sum(unit => (changed.TryGetValue(column.KeyOf(unit.Code), out var value) ? value : this[column.KeyOf(unit.Code)].Value) ?? 0);
}
