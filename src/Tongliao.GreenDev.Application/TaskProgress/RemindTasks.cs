using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>催报 of 任务进展: all departments that owe a report of the quarter.</summary>
/// <param name="Quarter">Which.</param>
/// <param name="Until">By when.</param>
public sealed record RemindTasks(Quarter Quarter, DateOnly? Until);
