namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>A threshold of a check rule that the bureau may set.</summary>
/// <param name="Key">Stable within its rule.</param>
/// <param name="Label">Chinese: what it is.</param>
/// <param name="Unit">Of the number, for example 倍 or %.</param>
/// <param name="Default">What holds while nothing is set.</param>
/// <param name="Least">The least that may be set.</param>
/// <param name="Most">The most.</param>
/// <param name="IsPerField">It may be set for one field of one indicator besides.</param>
public sealed record CheckParameter(string Key, string Label, string Unit, decimal Default, decimal Least, decimal Most, bool IsPerField)
{
    /// <summary>Whether it may be set to a number.</summary>
    public bool Allows(decimal value) => value >= Least && value <= Most && decimal.Round(value, 4) == value;
}
