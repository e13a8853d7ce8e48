using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Tasks;

/// <summary>任务: the plan's tasks by section.</summary>
public sealed partial class TasksPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private ReferenceData Reference { get; set; } = default!;

    private Plan Plan => Reference.Plan;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Reference = await catalogue.GetAsync(cancellationToken);
}
