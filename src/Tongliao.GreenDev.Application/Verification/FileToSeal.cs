using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Verification;

namespace Tongliao.GreenDev.Application.Verification;

/// <summary>A file that is about to be given out, with what it says.</summary>
/// <param name="PlanId">Whose figures it shows.</param>
/// <param name="Kind">What kind of statement it is.</param>
/// <param name="Name">Under which it is sent.</param>
/// <param name="Content">As it was written; docx or xlsx.</param>
/// <param name="Facts">What it says and where.</param>
public sealed record FileToSeal(int PlanId, ExportedFileKind Kind, string Name, byte[] Content, IReadOnlyList<MarkedFact> Facts)
{
    /// <inheritdoc cref="ExportedFile.Quarter"/>
    public Quarter? Quarter { get; init; }

    /// <inheritdoc cref="ExportedFile.Basis"/>
    public string? Basis { get; init; }

    /// <inheritdoc cref="ExportedFile.Release"/>
    public int? Release { get; init; }

    /// <inheritdoc cref="ExportedFile.AsOf"/>
    public AsOf? AsOf { get; init; }

    /// <inheritdoc cref="ExportedFile.IsWhole"/>
    public bool IsWhole { get; init; }
}
