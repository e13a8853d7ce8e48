using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Verification;

/// <summary>A place of a file that does not say what it is to say.</summary>
/// <param name="Place">Where.</param>
/// <param name="Label">Chinese: what it says; null where the reader is told the place alone, or it is nobody's figure.</param>
/// <param name="Earlier">What it said when it was exported; null where the reader is not told.</param>
/// <param name="Later">Of a place that was altered what the file says, of one that is superseded what the portal says now.</param>
/// <param name="Figure">Where it is explained; null where it is no figure's.</param>
public sealed record ChangedFact(string Place, string? Label, string? Earlier, string Later, ValueKey? Figure);
