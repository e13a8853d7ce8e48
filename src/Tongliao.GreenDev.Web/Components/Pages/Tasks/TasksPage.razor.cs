using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Tasks;

/// <summary>任务: the plan's tasks by section, with how each goes in the quarter people work on.</summary>
public sealed partial class TasksPage(PlanCatalogue catalogue, TaskProgressQueries progress, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts Facts { get; set; } = default!;

    /// <summary>Null for who reads no values.</summary>
    private TaskProgressOverview? Overview { get; set; }

    private Plan Plan => Facts.Plan;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Facts = await catalogue.FactsAsync(cancellationToken);
        try
        {
            Overview = await progress.OverviewAsync(caller, quarter: null, cancellationToken);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            Overview = null;
        }
    }
}
