using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>责任部门: who leads and supports which indicators and tasks.</summary>
public sealed partial class DepartmentsPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts facts = default!;

    private Plan Plan => facts.Plan;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        facts = await catalogue.FactsAsync(cancellationToken);

    private IEnumerable<int> Leads(string id) => Plan.Indicators.Where(indicator => indicator.LeadDepartmentId == id).Select(indicator => indicator.Number);

    private IEnumerable<int> Cooperates(string id) =>
        Plan.Indicators.Where(indicator => indicator.CooperatingDepartmentIds.Contains(id)).Select(indicator => indicator.Number);

    private IEnumerable<int> Tasks(string id) =>
        Plan.Tasks.Where(task => task.Departments.Any(entry => entry.DepartmentId == id)).Select(task => task.Number);
}
