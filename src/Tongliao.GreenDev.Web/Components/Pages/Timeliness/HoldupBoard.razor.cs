using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>What holds each unit's report up, with a button that reminds its people (催报).</summary>
public sealed partial class HoldupBoard(TimelinessQueries timeliness, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private HoldupReport? report;

    [Parameter, EditorRequired]
    public string Quarter { get; set; } = "";

    private bool MayRemind => report!.Period.AcceptsEntry;

    protected override async Task LoadAsync(Caller caller) =>
        report = await timeliness.HoldupsAsync(caller, Domain.Reporting.Quarter.ReadOptional(Quarter), CancellationToken.None);

    private Task RemindAsync(UnitHoldups? unit) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<RemindDialog>
    {
        { dialog => dialog.Period, report!.Period },
        { dialog => dialog.Calendar, report!.Facts.Calendar },
        { dialog => dialog.Unit, unit },
        { dialog => dialog.Units, [.. report!.Units.Where(other => other.Holdups.Count > 0)] },
    }));
}
