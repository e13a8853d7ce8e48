namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What was typed into a cell of the reference sheet, over what.</summary>
/// <param name="Key">Where.</param>
/// <param name="Text">As typed.</param>
/// <param name="Version">Of what stood there.</param>
public sealed record TypedCell(ReferenceKey Key, string Text, int Version);
