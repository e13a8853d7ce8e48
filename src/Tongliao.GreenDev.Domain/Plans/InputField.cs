namespace Tongliao.GreenDev.Domain.Plans;

/// <summary>What a county types into one field.</summary>
/// <param name="Key">Which field of the inputs.</param>
/// <param name="Label">Chinese label without the unit.</param>
/// <param name="Unit">Unit of the typed number.</param>
/// <param name="Hint">口径提示 beside the label; empty for none.</param>
/// <param name="IsCount">Things counted one by one, such as villages: only whole numbers.</param>
public sealed record InputField(InputKey Key, string Label, string Unit, string Hint, bool IsCount);
