using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>What the plan asks of one department.</summary>
public sealed class DepartmentWork(Plan plan, Department department)
{
    public Department Department => department;

    /// <summary>Tasks that name it first (牵头).</summary>
    public IReadOnlyList<PlanTask> LeadTasks { get; } = [.. plan.Tasks.Where(task => FirstOf(task) == department.Id)];

    /// <summary>Tasks that name it after others (配合).</summary>
    public IReadOnlyList<PlanTask> SupportedTasks { get; } =
        [.. plan.Tasks.Where(task => FirstOf(task) != department.Id && task.Departments.Any(entry => entry.DepartmentId == department.Id))];

    public IReadOnlyList<Indicator> LeadIndicators { get; } = [.. plan.Indicators.Where(indicator => indicator.LeadDepartmentId == department.Id)];

    public IReadOnlyList<Indicator> SupportedIndicators { get; } =
        [.. plan.Indicators.Where(indicator => indicator.CooperatingDepartmentIds.Contains(department.Id))];

    /// <summary>The other names under which it is printed.</summary>
    public IEnumerable<string> OtherNames => department.Aliases.Prepend(department.AnnexName).OfType<string>().Distinct().Where(name => name != department.Name);

    private static string? FirstOf(PlanTask task) => task.Departments.MinBy(entry => entry.Order)?.DepartmentId;
}
