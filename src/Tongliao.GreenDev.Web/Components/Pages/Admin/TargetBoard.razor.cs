using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>What each unit was told to reach (分解指标), by which document, and whether it adds up; indicator and year stand in the address.</summary>
public sealed partial class TargetBoard(TargetQueries targets, IDialogService dialogs, IJSRuntime browser, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private TargetTable? table;
    private int indicator;
    private int? year;

    /// <summary>序号.</summary>
    [Parameter, EditorRequired]
    public int Indicator { get; set; }

    [Parameter, EditorRequired]
    public int Year { get; set; }

    private List<Indicator> Choices => [.. table!.Facts.Plan.Indicators.OrderByDescending(choice => choice.IsSum).ThenBy(choice => choice.Number)];

    protected override void OnInitialized() => (indicator, year) = (Indicator, Year);

    protected override async Task LoadAsync(Caller caller) => table = await targets.TargetsAsync(caller, indicator, year, CancellationToken.None);

    private static string TextOf(Indicator? choice) => choice is null ? "" : $"{choice.Number} {choice.ShortName}{(choice.IsSum ? "（总量）" : "")}";

    /// <summary>Another indicator keeps the year where it has one.</summary>
    private async Task ChooseAsync(Indicator? chosen)
    {
        if (chosen is not null && chosen.Number != indicator)
        {
            await ShowAsync(chosen.Number, chosen.TargetOf(table!.CityTarget.Year)?.Year);
        }
    }

    private Task ChooseYearAsync(ChangeEventArgs chosen) => ShowAsync(
        indicator, int.TryParse(chosen.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : null);

    private async Task ShowAsync(int wantedIndicator, int? wantedYear)
    {
        (indicator, year) = (wantedIndicator, wantedYear);
        Done = null;
        await ReadAsync(LoadAsync);
        var address = string.Create(CultureInfo.InvariantCulture, $"{AdminSections.Targets}?indicator={table!.Indicator.Number}&year={table.CityTarget.Year}");
        await browser.InvokeVoidAsync("greenDevPlan.show", address);
    }

    private Task SetAsync(UnitTargetLine line) => AskAsync(_ => dialogs.AskAsync(
        new DialogParameters<TargetDialog> { { dialog => dialog.Table, table! }, { dialog => dialog.Line, line } }));
}
