using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>校核规则: by which rules values are checked, and how often each is raised in a quarter.</summary>
public sealed partial class ChecksPage(CheckQueries checks, NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery(Name = PeriodPicker.Parameter)]
    private string? Period { get; set; }

    private CheckOverview Overview { get; set; } = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Overview = await checks.OverviewAsync(caller, Period is null ? null : Quarter.Read(Period), cancellationToken);
}
