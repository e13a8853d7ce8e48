using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Whose reports on tasks a person writes, decides on and reads.</summary>
internal static class TaskAccess
{
    /// <summary>The department whose reports the person writes: the own one, of the bureau's people the bureau itself; null for none.</summary>
    public static string? DepartmentOf(Actor actor, PlanFacts facts) =>
        !actor.May(Act.ReportTasks) ? null
        : actor.DepartmentId ?? facts.Plan.Departments.FirstOrDefault(department => department.IsBureau)?.Id;

    /// <summary>How much of a department's reports the person sees.</summary>
    public static TaskReportReader ReaderOf(Actor actor, PlanFacts facts, string departmentId) =>
        DepartmentOf(actor, facts) == departmentId ? TaskReportReader.Department
        : actor.May(Act.ReviewTasks) ? TaskReportReader.Reviewer
        : TaskReportReader.Public;

    /// <summary>The task and its department, if the person may take the step there.</summary>
    /// <exception cref="RefusalException">Forbidden, or NotFound for a task or department that is not there.</exception>
    public static (PlanTask Task, Department Department) Require(Actor actor, PlanFacts facts, TaskReportKey key, TaskReportStep step)
    {
        var task = facts.Plan.Tasks.FirstOrDefault(task => task.Number == key.TaskNumber)
            ?? throw RefusalException.NotFound($"没有第{key.TaskNumber}项任务，任务序号为1至{facts.Plan.Tasks.Count}。");
        if (task.Departments.All(named => named.DepartmentId != key.DepartmentId))
        {
            throw RefusalException.NotFound($"任务{task.Number}的责任单位中没有这个部门。");
        }

        actor.Require(step.IsReview() ? Act.ReviewTasks : Act.ReportTasks);
        if (!step.IsReview() && DepartmentOf(actor, facts) != key.DepartmentId)
        {
            throw RefusalException.Forbidden("只能填报本部门的任务进展。");
        }

        return (task, facts.Department(key.DepartmentId));
    }
}
