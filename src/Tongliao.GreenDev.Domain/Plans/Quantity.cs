namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>
/// A quantity that more than one indicator asks for. Where the definitions agree it is one fact (共用数) of a unit and quarter: typed once,
/// the same in every value. Where they differ the numbers are kept apart, each proposed for the others.
/// </summary>
/// <param name="Code">Short stable key, for example <c>builtUpArea</c>.</param>
/// <param name="Name">Chinese, for example 建成区面积.</param>
/// <param name="Unit">Unit of the typed numbers.</param>
/// <param name="IsOneFact">Same definition, unit and territory.</param>
/// <param name="Reason">Chinese: why it is one fact, or in what the definitions differ.</param>
/// <param name="Uses">Where it is typed, in the order of the annex.</param>
public sealed record Quantity(string Code, string Name, string Unit, bool IsOneFact, string Reason, IReadOnlyList<QuantityUse> Uses)
{
    /// <summary>The field of an indicator that it is typed into; null when the indicator does not ask for it.</summary>
    public InputKey? KeyOf(int indicatorNumber) => Uses.FirstOrDefault(use => use.IndicatorNumber == indicatorNumber)?.Key;
}
