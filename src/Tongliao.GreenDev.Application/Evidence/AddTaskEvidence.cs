using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.Evidence;

/// <summary>Hands in a file of evidence beside a report on a task (任务进展).</summary>
/// <param name="Key">Which report.</param>
/// <param name="Name">As it was sent.</param>
/// <param name="Content">Whole.</param>
public sealed record AddTaskEvidence(TaskReportKey Key, string? Name, byte[] Content);
