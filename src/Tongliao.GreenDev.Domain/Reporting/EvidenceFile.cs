using Tongliao.GreenDev.Domain.Files;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Domain.Reporting;

/// <summary>佐证材料: a file that stands beside a value, a correction that is asked for, or what a department says of a task. Its content is stored once, by its hash.</summary>
public sealed class EvidenceFile
{
    public long Id { get; private init; }

    /// <summary>The value; null where it supports a report on a task.</summary>
    public required long? ValueId { get; init; }

    /// <summary>The report on a task (任务进展); null for every other.</summary>
    public int? TaskReportId { get; init; }

    /// <summary>Of the value or report as it was when the file came; 0 before anything was said.</summary>
    public required int Version { get; init; }

    /// <summary>The correction (更正) that it is to support; null for the value itself.</summary>
    public required long? CorrectionId { get; init; }

    /// <summary>As people see it (<see cref="FileTitle"/>).</summary>
    public required string Name { get; init; }

    public required FileKind Kind { get; init; }

    /// <summary>Bytes.</summary>
    public required int Length { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>When and by whom it was handed in.</summary>
    public required Recording Recorded { get; init; }

    /// <summary>For example 3.2 MB.</summary>
    public string Size => FileSizes.Word(Length);
}
