using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>方案原文: the text as published, with its outline and the annex.</summary>
public sealed partial class PlanPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts facts = default!;

    private Plan Plan => facts.Plan;

    private IReadOnlyList<PlanLine> Lines { get; set; } = [];

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        facts = await catalogue.FactsAsync(caller, cancellationToken);
        Lines = PlanOutline.Of(Plan.FullText, Plan.Title);
    }
}
