using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>延期 of one unit in a quarter, or its withdrawal.</summary>
/// <param name="Quarter">The period.</param>
/// <param name="UnitCode">Whose.</param>
/// <param name="Until">The last day; null to withdraw what was granted (撤销延期).</param>
/// <param name="Reason">Why.</param>
/// <param name="Grantor">Who grants it (批准人).</param>
/// <param name="Document">文号; may be empty.</param>
/// <param name="Version">Of the last one that was seen, 0 for none; null to do it whatever stands there.</param>
public sealed record GrantExtension(
    Quarter Quarter, string UnitCode, DateOnly? Until, string? Reason, string? Grantor, string? Document, int? Version = null)
{
    /// <summary>Of who grants it, characters.</summary>
    public const int LongestGrantor = 40;
}
