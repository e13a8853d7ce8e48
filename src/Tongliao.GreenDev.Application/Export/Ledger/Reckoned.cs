namespace Tongliao.GreenDev.Application.Export.Ledger;

/// <summary>A number that formulas ask for and nobody sees.</summary>
/// <param name="Value">As it is written.</param>
/// <param name="Formula">By which it changes; null where it does not.</param>
internal sealed record Reckoned(int Value, string? Formula = null)
{
    public static Reckoned? Flag(bool isSet) => isSet ? new Reckoned(1) : null;
}
