using System.Globalization;
using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>管理 · 工作日历: the working days of a year.</summary>
public sealed partial class CalendarPage(PlanCatalogue catalogue, OfficeClock clock, NavigationManager navigation) : ReadingPage(navigation)
{
    private IReadOnlyList<int> years = [];
    private int year;

    /// <summary>Null, or a year that is not offered, for this one.</summary>
    [SupplyParameterFromQuery]
    private string? Year { get; set; }

    /// <summary>From the plan's first year to the next: the notice for it comes in autumn.</summary>
    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        var now = clock.Today.Year;
        years = [.. Enumerable.Range(facts.Plan.FirstYear, Math.Max(now + 2 - facts.Plan.FirstYear, 1))];
        year = AddressNumber.Read<int>(Year) is { } chosen && years.Contains(chosen) ? chosen : Math.Clamp(now, years[0], years[^1]);
    }

    private static string Address(int choice) => string.Create(CultureInfo.InvariantCulture, $"{AdminSections.Calendar}?year={choice}");
}
