using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Baselines;

/// <summary>The baselines that units need: the clerk states them, the bureau adopts or returns them.</summary>
public sealed partial class BaselineFilingBoard(BaselineFilingQueries queries, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private BaselineFilingList? list;

    private IEnumerable<BaselineFilingLine> Lines => list!.Lines.OrderBy(line => line.IsWaiting ? 0 : line.IsReturned ? 1 : line.IsMissing ? 2 : 3);

    protected override async Task LoadAsync(Caller caller) => list = await queries.ListAsync(caller, CancellationToken.None);

    private Task FileAsync(BaselineFilingLine line) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<FilingDialog>
    {
        { dialog => dialog.Line, line },
        { dialog => dialog.Year, list!.Facts.Plan.BaselineYear },
    }));

    private Task DecideAsync(BaselineFilingLine line) => AskAsync(_ => dialogs.AskAsync(new DialogParameters<FilingDecisionDialog>
    {
        { dialog => dialog.Line, line },
        { dialog => dialog.Year, list!.Facts.Plan.BaselineYear },
    }));

    private static string Colour(BaselineFilingLine line) => line switch
    {
        { IsWaiting: true } => "is-amber",
        { IsReturned: true } => "is-red",
        { IsMissing: true } => "is-grey",
        _ => "is-green",
    };
}
