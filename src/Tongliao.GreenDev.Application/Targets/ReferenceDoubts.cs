using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What may be a slip in the numbers of a reference sheet, to be confirmed before they are recorded; in Chinese.</summary>
public static class ReferenceDoubts
{
    /// <param name="sheet">What stands there.</param>
    /// <param name="changed">What is typed.</param>
    public static IReadOnlyList<string> Of(ReferenceSheet sheet, IReadOnlyDictionary<ReferenceKey, decimal?> changed) =>
    [
        .. from column in sheet.Columns
           where column is { City: not null, Indicator.IsSum: true }
           from unit in sheet.Units
           where changed.TryGetValue(column.KeyOf(unit.Code), out var value) && value >= column.City!.Value
           select $"{unit.ShortName}第{column.Indicator.Number}项{column.Year}年的{NumberText.Display(changed[column.KeyOf(unit.Code)])}不小于{sheet.Facts.Plan.City.ShortName}目标{NumberText.Display(column.City!.Value)}{column.Unit}",
        .. from column in sheet.Columns
           where column.City is not null && sheet.Units.Any(unit => changed.ContainsKey(column.KeyOf(unit.Code)))
           let sum = sheet.SumOf(column, changed)
           where sum is not null && sum != column.City!.Value
           select $"第{column.Indicator.Number}项{column.Year}年各单位合计{NumberText.Display(sum)}，{(sum < column.City!.Value ? "少于" : "超过")}{sheet.Facts.Plan.City.ShortName}目标{NumberText.Display(column.City!.Value)}{column.Unit}",
    ];
}
