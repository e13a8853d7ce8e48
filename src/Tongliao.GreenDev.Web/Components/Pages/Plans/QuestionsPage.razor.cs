using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>待明确事项: where the text leaves something open, and what was assumed.</summary>
public sealed partial class QuestionsPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private PlanFacts facts = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        facts = await catalogue.FactsAsync(caller, cancellationToken);
}
