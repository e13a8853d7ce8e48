using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Sends a message again, from the beginning.</summary>
public sealed partial class MessageAgainDialog(MessageService service)
{
    [Parameter, EditorRequired]
    public MessageRow Message { get; set; } = default!;

    private Task SendAsync(Caller caller, int? version) => service.SendAgainAsync(caller, Message.Id, CancellationToken.None);
}
