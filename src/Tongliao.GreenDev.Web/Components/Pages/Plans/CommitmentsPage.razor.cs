using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>附件外承诺: what the text promises outside the annex.</summary>
public sealed partial class CommitmentsPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts facts = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        facts = await catalogue.FactsAsync(cancellationToken);
}
