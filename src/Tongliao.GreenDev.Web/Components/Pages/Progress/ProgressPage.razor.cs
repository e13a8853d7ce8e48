using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Web.Components.Pages.Progress;

/// <summary>任务进展: what departments say of the plan's tasks in a quarter, and where the bureau decides on it.</summary>
public sealed partial class ProgressPage(PlanCatalogue catalogue, TimeProvider time, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts facts = default!;
    private ReportingPeriod period = default!;
    private Guid readerId;
    private long renderedAt;

    [SupplyParameterFromQuery(Name = "period")]
    private string? Chosen { get; set; }

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        facts = await catalogue.FactsAsync(caller, cancellationToken);
        period = Quarter.ReadOptional(Chosen) is { } quarter ? facts.Period(quarter) : facts.CurrentPeriod();
        (readerId, renderedAt) = (caller.UserId, time.GetTimestamp());
    }
}
