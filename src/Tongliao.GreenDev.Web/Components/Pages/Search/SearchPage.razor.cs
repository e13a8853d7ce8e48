using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Web.Components.Pages.Search;

/// <summary>查找: what the box in the bar leads to.</summary>
public sealed partial class SearchPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    private IReadOnlyList<SearchHit> Found { get; set; } = [];

    private bool IsAsked => TypedText.Sought(Text).Length > 0;

    private string Summary => IsAsked && IsLoaded ? $"找到 {Found.Count} 条" : "";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        Found = PlanSearch.Find(facts.Plan, Text, UserRoles.FromCode(HttpContext.User.FindFirstValue(ClaimTypes.Role)));
    }
}
