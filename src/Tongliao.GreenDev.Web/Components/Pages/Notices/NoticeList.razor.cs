using Microsoft.AspNetCore.Components.Authorization;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Notices;

/// <summary>One's own notices; what is shown counts as read from the moment the page stands in the browser.</summary>
public sealed partial class NoticeList(NoticeQueries queries, NoticeService service, OfficeClock clock, AuthenticationStateProvider authentication)
    : ActingIsland(authentication)
{
    private IReadOnlyList<Notice>? notices;

    protected override async Task LoadAsync(Caller caller)
    {
        notices = await queries.ListAsync(caller, CancellationToken.None);

        // Not while the page is only being written: whoever never sees it has not read it.
        if (RendererInfo.IsInteractive && notices is [var latest, ..])
        {
            await service.MarkReadAsync(caller, latest.Id, CancellationToken.None);
        }
    }
}
