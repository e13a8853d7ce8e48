using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>By what a number of the city may be divided among the units (分解建议).</summary>
/// <param name="Name">Chinese, for example 建成区面积（2025年三季度）.</param>
/// <param name="IndicatorNumber">The one column it is for; null for every one.</param>
/// <param name="ByUnit">By 区划代码; a unit of which nothing is known is not in it.</param>
public sealed record DivisionWeights(string Name, int? IndicatorNumber, IReadOnlyDictionary<string, decimal> ByUnit)
{
    /// <summary>
    /// A proposal for a column: a sum is divided, so that the parts add up to the city's number; any other target is the city's for everyone.
    /// </summary>
    /// <returns>By 区划代码; null where nothing is known to divide by.</returns>
    public IReadOnlyDictionary<string, decimal>? Propose(ReferenceColumn column, IReadOnlyList<string> units)
    {
        if (column.City is not { } city)
        {
            return null;
        }

        if (!column.Indicator.IsSum)
        {
            return units.ToDictionary(unit => unit, _ => city.Value);
        }

        var decimals = Math.Max(column.Indicator.DisplayDecimals, city.Value.Scale);
        return Apportionment.Of(city.Value, [.. units.Select(unit => ByUnit.GetValueOrDefault(unit))], decimals) is { } parts
            ? units.Zip(parts).ToDictionary(pair => pair.First, pair => pair.Second)
            : null;
    }
}
