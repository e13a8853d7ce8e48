using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Application.Plans;

/// <summary>What a quantity of more than one indicator owes the fields it is typed into.</summary>
internal static class PlanFileQuantityRules
{
    public static void Check(PlanFileContent file, PlanFaults faults)
    {
        faults.RequireUnique("$.quantities", ".code", file.Quantities, quantity => quantity.Code);
        var taken = new HashSet<QuantityUse>();
        for (var i = 0; i < file.Quantities.Count; i++)
        {
            var quantity = file.Quantities[i];
            var path = $"$.quantities[{i}].uses";
            faults.Require(quantity.Uses.Count > 1, path, "至少两处");
            faults.RequireAscending(path, ".indicatorNumber", quantity.Uses, use => use.IndicatorNumber);
            var fields = quantity.Uses.Select(use => FieldOf(file, use)).ToList();
            for (var j = 0; j < fields.Count; j++)
            {
                var use = quantity.Uses[j];
                faults.Require(fields[j] is not null, $"{path}[{j}]", $"没有序号{use.IndicatorNumber}的指标，或该指标没有这一项");
                faults.Require(fields[j] is null || fields[j]!.Unit == quantity.Unit, $"{path}[{j}]", $"该项的单位应为“{quantity.Unit}”");
                faults.Require(taken.Add(use), $"{path}[{j}]", "该项已列入另一个数");
            }

            faults.Require(fields.OfType<InputField>().Select(field => field.IsCount).Distinct().Count() < 2, path, "各项应都是个数，或都不是");
        }
    }

    private static InputField? FieldOf(PlanFileContent file, QuantityUse use) =>
        file.Indicators.FirstOrDefault(indicator => indicator.Number == use.IndicatorNumber)?.Inputs.FirstOrDefault(field => field.Key == use.Key);
}
