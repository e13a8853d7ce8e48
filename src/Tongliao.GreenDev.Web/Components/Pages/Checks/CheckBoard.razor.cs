using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Checks;

/// <summary>The rules with their hits in a quarter; the bureau sets thresholds in dialogs.</summary>
public sealed partial class CheckBoard(CheckQueries checks, IDialogService dialogs, AuthenticationStateProvider authentication) : ActingIsland(authentication)
{
    private CheckOverview? overview;

    /// <summary>Whose hits.</summary>
    [Parameter, EditorRequired]
    public Quarter Period { get; set; }

    protected override async Task LoadAsync(Caller caller) => overview = await checks.OverviewAsync(caller, Period, CancellationToken.None);

    private Task SetAsync(CheckRule rule) => AskAsync(_ => dialogs.AskAsync(
        new DialogParameters<CheckDialog> { { dialog => dialog.Facts, overview!.Facts }, { dialog => dialog.Rule, rule } }));
}
