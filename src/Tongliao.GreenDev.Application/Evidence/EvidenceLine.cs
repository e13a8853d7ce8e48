using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>A file that stands or stood beside a value.</summary>
/// <param name="File">What was handed in.</param>
/// <param name="Removal">Null while it stands.</param>
public sealed record EvidenceLine(EvidenceFile File, EvidenceRemoval? Removal);
