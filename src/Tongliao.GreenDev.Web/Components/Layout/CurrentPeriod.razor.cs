using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Pages.Entry;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>The quarter that people work on and how long it is open, to a county's people with what it was granted (延期). Costs the one statement by which it is never an old one.</summary>
public sealed partial class CurrentPeriod(PlanCatalogue catalogue, OfficeClock clock)
{
    private ReportingPeriod? period;

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private string Words => period!.AcceptsEntry ? EntryWords.Due(period, clock) : period.State.Word();

    protected override async Task OnInitializedAsync()
    {
        var facts = await FactsAsync();
        if (HttpContext?.User.FindFirstValue(SessionClaims.Unit) is { } code && facts?.Plan.Regions.All.FirstOrDefault(unit => unit.Code == code) is { } own)
        {
            facts = facts.For(own, clock.Today);
        }

        period = facts?.CurrentPeriod() is { OpenedAt: not null } current ? current : null;
    }

    private async Task<PlanFacts?> FactsAsync()
    {
        // A page that tells of a fault does not ask the database, which may be the fault.
        if (HttpContext is not { Response.StatusCode: < StatusCodes.Status400BadRequest } context)
        {
            return catalogue.LastKnown(key: null);
        }

        try
        {
            return await catalogue.FactsAsync(context.Caller(), CancellationToken.None);
        }
        catch (RefusalException)
        {
            // Of a plan that is not the person's the page itself tells.
            return null;
        }
    }
}
