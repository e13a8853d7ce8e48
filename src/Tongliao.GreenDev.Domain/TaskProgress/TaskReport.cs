using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.TaskProgress;

/// <summary>任务进展: the report of a department on a task in a quarter. It only says which one it is; all that was said is in its versions.</summary>
public sealed class TaskReport
{
    public int Id { get; private init; }

    public required int PlanId { get; init; }

    public required int TaskId { get; init; }

    public required string DepartmentId { get; init; }

    public required Quarter Quarter { get; init; }
}
