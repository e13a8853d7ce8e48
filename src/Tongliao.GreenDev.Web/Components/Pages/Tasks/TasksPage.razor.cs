using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Pages.Tasks;

/// <summary>任务: the plan's tasks by section, with how each goes in the quarter people work on.</summary>
public sealed partial class TasksPage(PlanCatalogue catalogue, TaskProgressQueries progress, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery(Name = AsOfAddress.Parameter)]
    private string? AsOfText { get; set; }

    private AsOf? AsOf { get; set; }

    private PageView View => PageView.Of("/tasks", AsOf, ("period", Overview?.Period.Quarter.ToString()));

    private PlanFacts Facts { get; set; } = default!;

    /// <summary>Null for who reads no values.</summary>
    private TaskProgressOverview? Overview { get; set; }

    private Plan Plan => Facts.Plan;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        AsOf = AsOfAddress.Read(AsOfText, clock);
        Facts = await catalogue.FactsAsync(caller, cancellationToken);
        try
        {
            Overview = await progress.OverviewAsync(caller, Quarter.ReadOptional(Period), AsOf?.Moment, cancellationToken);
        }
        catch (RefusalException refusal) when (refusal.Kind == RefusalKind.Forbidden)
        {
            Overview = null;
        }
    }
}
