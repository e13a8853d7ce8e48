using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Hands in a file of evidence (上传佐证材料).</summary>
/// <param name="Key">Beside which value.</param>
/// <param name="Name">As it was sent.</param>
/// <param name="Content">Whole.</param>
/// <param name="CorrectionId">The correction of the value that it supports; null for the value itself.</param>
public sealed record AddEvidence(ValueKey Key, string? Name, byte[] Content, long? CorrectionId = null);
