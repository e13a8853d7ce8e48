namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>One thing that an exported file says, so that it can be told later whether it still stands there and is still true.</summary>
/// <param name="Place">Where it stands: a cell (监测表!I5), or the tag of a content control of a document.</param>
/// <param name="Key">What it says, for example <c>150502/3/2025Q3/value</c> (<see cref="FactKey"/>); empty for what never changes, such as a heading.</param>
/// <param name="Text">A number plainly, or the words as they are shown.</param>
/// <param name="IsReckoned">A formula of the file makes it.</param>
public readonly record struct MarkedFact(string Place, string Key, string Text, bool IsReckoned = false);
