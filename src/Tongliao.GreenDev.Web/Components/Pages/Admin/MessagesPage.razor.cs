using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>发送记录: to whom, when, by what and with what result something left the portal.</summary>
public sealed partial class MessagesPage(MessageQueries queries, NavigationManager navigation) : ReadingPage(navigation)
{
    private MessageView View { get; set; } = new();

    private ChannelStates Channels { get; set; } = default!;

    protected override async Task LoadAsync(Caller caller, CancellationToken cancellationToken)
    {
        Channels = await queries.ChannelsAsync(caller, cancellationToken);
        View = new MessageView(name => HttpContext.Request.Query[name]);
    }
}
