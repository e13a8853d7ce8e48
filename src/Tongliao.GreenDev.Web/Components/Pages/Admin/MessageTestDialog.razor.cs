using Microsoft.AspNetCore.Components;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Web.Components.Pages.Admin;

/// <summary>Sends a message that says that it is a test.</summary>
public sealed partial class MessageTestDialog(MessageService service)
{
    private MessageChannel? channel;

    [Parameter, EditorRequired]
    public ChannelStates Channels { get; set; } = default!;

    private string Hint => Channels.OwnAddress is { } address
        ? $"邮件只发给您自己（{address}）；群消息发到工作群，群内的人都会看到。"
        : "邮件只发给您自己，请先在“我的账号 → 通知方式”中登记邮箱；群消息发到工作群，群内的人都会看到。";

    protected override void OnInitialized() => channel = Channels.Configured is [var only] ? only : null;

    private Task SendAsync(Caller caller, int? version) => service.TestAsync(caller, channel, CancellationToken.None);
}
