using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Sends every five seconds what is due, and tidies up every hour; without a channel only the latter.</summary>
public sealed class MessageClockwork(MessageDispatcher dispatcher, MessageChannels channels, TimeProvider time, ILogger<MessageClockwork> log)
    : PeriodicWork(TimeSpan.FromSeconds(5), time, log)
{
    private static readonly TimeSpan BetweenTidyings = TimeSpan.FromHours(1);

    private readonly TimeProvider time = time;
    private DateTimeOffset tidiedAt = DateTimeOffset.MinValue;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (channels.Configured.Count > 0)
        {
            await dispatcher.SendDueAsync(stoppingToken);
        }

        var now = time.GetUtcNow();
        if (now - tidiedAt >= BetweenTidyings)
        {
            await dispatcher.TidyAsync(stoppingToken);
            tidiedAt = now;
        }
    }
}
