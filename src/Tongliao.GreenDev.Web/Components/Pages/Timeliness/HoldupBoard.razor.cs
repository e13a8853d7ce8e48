using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Timeliness;

/// <summary>What holds each unit's report up, with a button that reminds its people (催报).</summary>
public sealed partial class HoldupBoard(TimelinessQueries timeliness, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private HoldupReport? report;
    private bool isBureau;

    [Parameter, EditorRequired]
    public string Quarter { get; set; } = "";

    private bool MayRemind(UnitHoldups unit) =>
        report!.Period.For(Extension(unit), clock.Today).AcceptsEntry;

    /// <summary>The bureau, while the quarter is neither unopened nor locked.</summary>
    private bool MayExtend => isBureau && report!.Period is { OpenedAt: not null, State: not PeriodState.Locked };

    private Extension? Extension(UnitHoldups unit) => report!.Facts.ExtensionOf(unit.Progress.Unit, report.Period.Quarter);

    protected override async Task LoadAsync(Caller caller)
    {
        report = await timeliness.HoldupsAsync(caller, Domain.Reporting.Quarter.ReadOptional(Quarter), CancellationToken.None);
        isBureau = report.Reader.May(Act.ManagePeriods);
    }

    private Task ExtendAsync(UnitHoldups unit) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<ExtendDialog>
    {
        { dialog => dialog.Period, report!.Period },
        { dialog => dialog.Calendar, report!.Facts.Calendar },
        { dialog => dialog.Unit, unit.Progress.Unit },
        { dialog => dialog.Last, Extension(unit) },
    }));

    private Task WithdrawAsync(UnitHoldups unit) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<WithdrawExtensionDialog>
    {
        { dialog => dialog.Unit, unit.Progress.Unit },
        { dialog => dialog.Last, Extension(unit)! },
    }));

    private string Words(Extension extension)
    {
        var unit = report!.Facts.Plan.Units.First(unit => unit.Id == extension.UnitId).ShortName;
        var document = extension.Document is null ? "" : $"（{extension.Document}）";
        return extension.Until is { } until
            ? $"{unit}延期至 {DateText.Display(until)}，{extension.Grantor}批准{document}；原因：{extension.Reason}"
            : $"{unit}撤销延期，{extension.Grantor}批准{document}；原因：{extension.Reason}";
    }

    private Task RemindAsync(UnitHoldups? unit) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<RemindDialog>
    {
        { dialog => dialog.Period, report!.Period },
        { dialog => dialog.Calendar, report!.Facts.Calendar },
        { dialog => dialog.Unit, unit },
        { dialog => dialog.Units, [.. report!.Units.Where(other => other.Holdups.Count > 0)] },
    }));
}
