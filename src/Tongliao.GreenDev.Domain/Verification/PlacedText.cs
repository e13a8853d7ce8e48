namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>What stands at a place of a file that is handed in.</summary>
/// <param name="Text">A number plainly, or words; of a formula the value that was kept beside it.</param>
/// <param name="IsReckoned">A formula makes it.</param>
/// <param name="IsUnknown">A formula beside which no value was kept.</param>
public readonly record struct PlacedText(string Text, bool IsReckoned = false, bool IsUnknown = false)
{
    /// <summary>Nothing stands there.</summary>
    public static PlacedText Nothing { get; } = new("");
}
