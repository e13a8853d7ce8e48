using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Corrections;

/// <summary>Lets who may ask for a correction of one approved value.</summary>
public sealed partial class CorrectionRequest(ReportQueries reports, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private ReportEntry? entry;
    private bool mayAsk;

    [Parameter, EditorRequired]
    public string UnitCode { get; set; } = "";

    /// <summary>For example <c>2025Q3</c>.</summary>
    [Parameter, EditorRequired]
    public string Period { get; set; } = "";

    [Parameter, EditorRequired]
    public int Number { get; set; }

    private ValueKey Key => new(UnitCode, Quarter.Read(Period), Number);

    protected override async Task LoadAsync(Caller caller)
    {
        var report = await reports.ReportAsync(caller, Key.Report, CancellationToken.None);
        entry = report.Entries.Single(value => value.Indicator.Number == Number);
        mayAsk = entry.Status == ValueStatus.Accepted && report.Reader.May(Act.RequestCorrections)
            && (!report.Reader.Role.IsCounty() || report.Reader.UnitId == report.Unit.Id);
    }

    private Task RequestAsync() => AskAsync(_ => dialogs.AskAsync(new DialogParameters<CorrectionRequestDialog>
    {
        { dialog => dialog.Key, Key },
        { dialog => dialog.Entry, entry },
    }));
}
