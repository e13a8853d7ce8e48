using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>A step of a report on a task.</summary>
/// <param name="Key">Which report.</param>
/// <param name="Step">What is done to it.</param>
/// <param name="Version">The version that was read, 0 for none; null to take what stands there.</param>
/// <param name="Statement">What it says from now on, of steps that write.</param>
/// <param name="Reason">Of a return or a reopening.</param>
/// <param name="ConfirmsUnchanged">Whether the words of the quarter before, word for word, are meant (情况与上季度一致).</param>
public sealed record ApplyTaskStep(
    TaskReportKey Key, TaskReportStep Step, int? Version, TypedTaskStatement? Statement = null, string? Reason = null, bool ConfirmsUnchanged = false);
