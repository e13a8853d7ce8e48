using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Lets the robot of a group in 钉钉 speak, signed (加签) where a secret is set.</summary>
public sealed class DingTalkSender(IOptions<DingTalkOptions> options, TimeProvider time) : IMessageSender
{
    public MessageChannel Channel => MessageChannel.DingTalk;

    public bool IsConfigured => options.Value.IsConfigured;

    public Task SendAsync(Letter letter, CancellationToken cancellationToken) =>
        GroupRobot.SayAsync(Signed(), letter.Text, options.Value.TimeoutSeconds, cancellationToken);

    private Uri Signed()
    {
        var (webhook, secret) = (options.Value.Webhook, options.Value.Secret);
        if (secret.Length == 0)
        {
            return new Uri(webhook);
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{now}\n{secret}"));
        return new Uri($"{webhook}{(webhook.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={now}&sign={Uri.EscapeDataString(Convert.ToBase64String(sign))}");
    }
}
