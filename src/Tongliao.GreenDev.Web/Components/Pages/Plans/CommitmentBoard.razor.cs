using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Plans;

/// <summary>The commitments outside the annex, for the bureau, which finds them kept.</summary>
public sealed partial class CommitmentBoard(
    TaskProgressQueries progress, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private CommitmentList? list;

    protected override async Task LoadAsync(Caller caller) => list = await progress.CommitmentsAsync(caller, CancellationToken.None);

    private Task RecordAsync(CommitmentLine line) => AskAsync(_ => dialogs.AskAsync(
        new DialogParameters<CommitmentDialog> { { dialog => dialog.Line, line }, { dialog => dialog.List, list! } }));
}
