using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Corrections;

/// <summary>Asks for another statement in place of an approved one (申请更正).</summary>
/// <param name="Key">Which value.</param>
/// <param name="Inputs">The numbers that it is to have.</param>
/// <param name="Reason">更正原因.</param>
/// <param name="Explanation">说明, for all that the checks query in the new numbers; null where they query nothing.</param>
/// <param name="Version">Of the approved value that was read.</param>
public sealed record RequestCorrection(ValueKey Key, ReportedInputs Inputs, string? Reason, string? Explanation, int? Version);
