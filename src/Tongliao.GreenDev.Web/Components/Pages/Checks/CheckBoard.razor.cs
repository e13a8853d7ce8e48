using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>The rules with their hits in a quarter; the bureau sets thresholds in dialogs.</summary>
public sealed partial class CheckBoard(CheckQueries checks, CityQueries city, IDialogService dialogs, AuthenticationStateProvider authentication) : ActingIsland(authentication)
{
    private CheckOverview? overview;
    private IReadOnlyList<CityComparison> comparisons = [];

    /// <summary>Whose hits.</summary>
    [Parameter, EditorRequired]
    public Quarter Period { get; set; }

    protected override async Task LoadAsync(Caller caller)
    {
        comparisons = await city.ComparisonsAsync(caller, CancellationToken.None);
        overview = await checks.OverviewAsync(caller, Period, CancellationToken.None);
    }

    private Task SetFigureAsync(CityComparison? known) => AskAsync(_ => dialogs.AskAsync(
        new DialogParameters<CityFigureDialog> { { dialog => dialog.Facts, overview!.Facts }, { dialog => dialog.Known, known } }));

    private Task SetAsync(CheckRule rule) => AskAsync(_ => dialogs.AskAsync(
        new DialogParameters<CheckDialog> { { dialog => dialog.Facts, overview!.Facts }, { dialog => dialog.Rule, rule } }));
}
