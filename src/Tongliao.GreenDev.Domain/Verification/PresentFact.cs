using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>What the portal says now of what a key names, to one reader. Of what the reader may not know there is none.</summary>
/// <param name="Label">Chinese: what the key names, for example 奈曼旗 第3项 数值.</param>
/// <param name="Text">As a file would say it; null for what is not compared.</param>
/// <param name="TellsEarlier">Whether the reader may also be told what it was when the file was exported.</param>
public sealed record PresentFact(string Label, string? Text, bool TellsEarlier)
{
    /// <summary>Where it is explained; null where it is no figure's.</summary>
    public ValueKey? Figure { get; init; }
}
