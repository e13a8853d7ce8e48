using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Which units' counties review, each switched in a dialog with its document.</summary>
public sealed partial class CountyReviewBoard(
    CountyReviewQueries queries, OfficeClock clock, IDialogService dialogs, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private IReadOnlyList<CountyReviewLine>? lines;

    protected override async Task LoadAsync(Caller caller) => lines = await queries.LinesAsync(caller, CancellationToken.None);

    private Task SetAsync(CountyReviewLine line) =>
        AskAsync(_ => dialogs.AskAsync(new DialogParameters<CountyReviewDialog> { { dialog => dialog.Line, line } }));
}
