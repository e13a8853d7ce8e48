using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Tasks;

/// <summary>任务: the plan's tasks by section.</summary>
public sealed partial class TasksPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts Facts { get; set; } = default!;

    private Plan Plan => Facts.Plan;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Facts = await catalogue.FactsAsync(cancellationToken);
}
