using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>
/// A file that the portal gave out with a mark (文件标记), and what it said. Only added; the mark in the file names it and bears its hash, so that
/// neither passes for another.
/// </summary>
public sealed class ExportedFile
{
    public required Guid Id { get; init; }

    public required int PlanId { get; init; }

    public required ExportedFileKind Kind { get; init; }

    /// <summary>Under which it was sent.</summary>
    public required string Name { get; init; }

    /// <summary>The quarter that it is about; null where it is about several or none.</summary>
    public required Quarter? Quarter { get; init; }

    /// <summary>口径 as whoever says its facts anew knows it; null where it has none.</summary>
    public required string? Basis { get; init; }

    /// <summary>发布版本 that it shows; null of a quarter that was not locked.</summary>
    public required int? Release { get; init; }

    /// <summary>截至 in words; null for the moment of the export.</summary>
    public required string? AsOf { get; init; }

    /// <summary>Every cell of it that is not empty is among the facts, so that anything besides was put in later.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>What it said, packed.</summary>
    public required byte[] Facts { get; init; }

    /// <summary>SHA-256 of what it said.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When and by whom it was exported; by nobody on the command line.</summary>
    public required Recording Recorded { get; init; }

    /// <summary>The county unit of who exported it; null for an office of the city and the command line.</summary>
    public required int? ByUnitId { get; init; }
}
