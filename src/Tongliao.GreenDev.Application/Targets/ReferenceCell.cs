namespace Tongliao.GreenDev.Application.Targets;

/// <summary>What stands in a cell of the reference sheet.</summary>
/// <param name="Value">The target that holds last in its year, or the baseline; null for none.</param>
/// <param name="Version">Of the last row recorded, 0 for none.</param>
/// <param name="Document">依据文件 of a target; null for a baseline.</param>
public sealed record ReferenceCell(decimal? Value, int Version, string? Document)
{
    public static ReferenceCell Empty { get; } = new(null, 0, null);
}
