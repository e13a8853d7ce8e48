using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 分解指标: of one indicator and year, as the address says.</summary>
public sealed partial class TargetsPage(TargetQueries targets, NavigationManager navigation) : ReadingPage(navigation)
{
    [SupplyParameterFromQuery]
    private string? Indicator { get; set; }

    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    private TargetTable Table { get; set; } = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken) =>
        Table = await targets.TargetsAsync(caller, AddressNumber.Read<int>(Indicator), AddressNumber.Read<int>(Year), cancellationToken);
}
