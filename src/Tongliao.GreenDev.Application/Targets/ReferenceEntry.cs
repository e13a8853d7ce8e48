namespace Tongliao.GreenDev.Application.Targets;

/// <summary>A number typed into a cell of the reference sheet.</summary>
/// <param name="Key">Where.</param>
/// <param name="Value">Null takes a baseline back; a target cannot be taken back, only followed by another.</param>
/// <param name="Version">That of the cell when it was read.</param>
public sealed record ReferenceEntry(ReferenceKey Key, decimal? Value, int Version);
