using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>责任部门: how much each of them leads and supports.</summary>
public sealed partial class DepartmentsPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private IReadOnlyList<DepartmentWork> Departments { get; set; } = [];

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var plan = (await catalogue.FactsAsync(caller, cancellationToken)).Plan;
        Departments = [.. plan.Departments.Select(department => new DepartmentWork(plan, department))];
    }

    private static string AddressOf(DepartmentWork work) => $"/departments/{work.Department.Id}";
}
