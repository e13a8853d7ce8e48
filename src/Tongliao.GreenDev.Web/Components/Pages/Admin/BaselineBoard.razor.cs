using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Numbers;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>The baselines (基数) of every unit, each typed in a dialog; an indicator that has none yet is added as a column, which stands in the address.</summary>
public sealed partial class BaselineBoard(TargetQueries targets, IDialogService dialogs, IJSRuntime browser, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private BaselineTable? table;
    private Indicator? extra;

    /// <summary>序号 of the indicator to be shown besides; null for none.</summary>
    [Parameter]
    public int? Indicator { get; set; }

    private Plan Plan => table!.Facts.Plan;

    private IEnumerable<Indicator> Columns => extra is null ? table!.Indicators : table!.Indicators.Append(extra).Distinct();

    private List<Indicator> Others => [.. Plan.Indicators.Except(table!.Indicators)];

    protected override async Task LoadAsync(Caller caller)
    {
        table = await targets.BaselinesAsync(caller, CancellationToken.None);
        extra = Others.Find(indicator => indicator.Number == (extra?.Number ?? Indicator));
    }

    private static string TextOf(Indicator? choice) => choice is null ? "" : $"{choice.Number} {choice.ShortName}";

    private async Task ChooseAsync(Indicator? chosen)
    {
        (extra, Done) = (chosen, null);
        var address = chosen is null ? AdminSections.Baselines : string.Create(CultureInfo.InvariantCulture, $"{AdminSections.Baselines}?indicator={chosen.Number}");
        await browser.InvokeVoidAsync("greenDevPlan.show", address);
    }

    private Task SetAsync(ReportingUnit unit, Indicator indicator) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<BaselineDialog>
    {
        { dialog => dialog.Unit, unit },
        { dialog => dialog.Indicator, indicator },
        { dialog => dialog.Year, Plan.BaselineYear },
        { dialog => dialog.Baseline, table![unit, indicator] },
    }));

    private string Text(ReportingUnit unit, Indicator indicator)
    {
        var inputs = table![unit, indicator]?.Inputs;
        return indicator.BaselineRequired && inputs is null or { IsEmpty: true } ? "？ 缺" : IndicatorWords.Numbers(indicator, inputs);
    }

    private string SumText(Indicator indicator) => indicator.IsSum
        ? NumberText.Display(Plan.Units.Sum(unit => table![unit, indicator]?.Inputs.Amount ?? 0))
        : "";
}
