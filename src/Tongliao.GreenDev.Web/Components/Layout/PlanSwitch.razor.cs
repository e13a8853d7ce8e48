using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Components.Layout;

/// <summary>The plan that is looked at, and the others that the person may see. Nothing where there is one: it costs its statement only where there are several.</summary>
public sealed partial class PlanSwitch(PlanChoiceQueries choices, NavigationManager navigation)
{
    private IReadOnlyList<PlanChoice> plans = [];

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private PlanChoice? Shown => plans.Count < 2 ? null : plans.FirstOrDefault(plan => plan.Key == PlanAddress.Of(navigation.Uri)) ?? plans[0];

    protected override async Task OnInitializedAsync()
    {
        // A page that tells of a fault does not ask the database, which may be the fault.
        if (choices.AreSeveral && HttpContext is { User.Identity.IsAuthenticated: true, Response.StatusCode: < StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound } context)
        {
            plans = await choices.OfAsync(context.Caller(), context.RequestAborted);
        }
    }

    /// <summary>The same page, where it is of no one thing of the plan that is left.</summary>
    private string AddressOf(PlanChoice plan)
    {
        var path = "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0];
        return $"{(OfNoThing().IsMatch(path) ? path : "/")}?{PlanAddress.Parameter}={Uri.EscapeDataString(plan.Key)}";
    }

    [GeneratedRegex(@"\A(?:/[a-z-]+)*/?\z")]
    private static partial Regex OfNoThing();
}
