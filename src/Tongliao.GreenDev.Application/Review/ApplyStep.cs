using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>A step for some or all values of one report, all or nothing unless it <see cref="PassesOver"/>.</summary>
/// <param name="Report">Whose values of which quarter.</param>
/// <param name="Step">上报, 撤回, 审核通过, 退回 or 重新打开.</param>
/// <param name="IndicatorNumbers">Which; null for all within the caller's scope, passing over those that are past the step already.</param>
/// <param name="Reason">
/// Required for a return and a reopening, and for an approval in place of a lead department (代审); of a submission the answer (答复)
/// where one is asked for.
/// </param>
/// <param name="Versions">
/// The versions that were read, by indicator number; what moved on since is refused. An approval needs one for each value it is
/// for; otherwise what is left out is not checked.
/// </param>
/// <param name="OperationId">Made by the client; the same id again is the same step.</param>
public sealed record ApplyStep(
    ReportKey Report,
    ReviewStep Step,
    IReadOnlyList<int>? IndicatorNumbers,
    string? Reason,
    IReadOnlyDictionary<int, int>? Versions,
    Guid OperationId)
{
    /// <summary>A reason of its own for an indicator, by number; it goes before <see cref="Reason"/>.</summary>
    public IReadOnlyDictionary<int, string> Reasons { get; init; } = new Dictionary<int, string>();

    /// <summary>
    /// Of an approval of what stood on a screen: a value that moved on since, or that this person may not approve, is passed over and told
    /// in its <see cref="StepResult.PassedOver"/>; the others are approved at the versions that were read.
    /// </summary>
    public bool PassesOver { get; init; }
}
