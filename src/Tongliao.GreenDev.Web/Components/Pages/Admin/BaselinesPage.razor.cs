using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 基数: what every unit had in the year before the plan.</summary>
public sealed partial class BaselinesPage(PlanCatalogue catalogue, NavigationManager navigation) : ReadingPage(navigation)
{
    private int year;
    private int? indicator;

    /// <summary>Of an indicator that is shown besides those that rest on a baseline.</summary>
    [SupplyParameterFromQuery]
    private string? Indicator { get; set; }

    private string Title => IsLoaded ? $"{year}年基数" : "基数";

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        indicator = AddressNumber.Read<int>(Indicator);
        year = (await catalogue.FactsAsync(caller, cancellationToken)).Plan.BaselineYear;
    }
}
