using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Lets the robot of a group in 企业微信 speak.</summary>
public sealed class WeComSender(IOptions<WeComOptions> options) : IMessageSender
{
    public MessageChannel Channel => MessageChannel.WeCom;

    public bool IsConfigured => options.Value.IsConfigured;

    public Task SendAsync(Letter letter, CancellationToken cancellationToken) =>
        GroupRobot.SayAsync(new Uri(options.Value.Webhook), letter.Text, options.Value.TimeoutSeconds, cancellationToken);
}
