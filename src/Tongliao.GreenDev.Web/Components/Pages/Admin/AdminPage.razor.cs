using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理: the sections that the person may manage.</summary>
public sealed partial class AdminPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private Plan Plan { get; set; } = default!;

    private string NeedWords
    {
        get
        {
            var needed = Plan.Indicators.Where(indicator => indicator.BaselineRequired).Select(indicator => indicator.Number).ToList();
            return needed.Count == 0 ? "" : $"第{string.Join('、', needed)}项必须有基数才能判定多年累计。";
        }
    }

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Plan = (await catalogue.FactsAsync(cancellationToken)).Plan;
}
