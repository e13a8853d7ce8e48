using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>A report as it stands by now; all null when there is none.</summary>
public sealed record CurrentTaskReport(int Version, TaskReportStatus? Status, TaskState? State, string? Done, string? Problems, string? Next) : CurrentState(Version)
{
    internal static CurrentTaskReport Of(TaskReportVersion? latest) => new(
        latest?.Number ?? 0, latest?.Status, latest?.Statement.State, latest?.Statement.Done, latest?.Statement.Problems, latest?.Statement.Next);
}
