using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Looks every quarter of an hour for rectifications that nobody was told of.</summary>
public sealed class RectificationSchedule(RectificationAnnouncer announcer, TimeProvider time, ILogger<RectificationSchedule> log)
    : PeriodicWork(TimeSpan.FromMinutes(15), time, log)
{
    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (await announcer.AnnounceAsync(stoppingToken) is > 0 and var opened)
        {
            log.LogInformation("Told of {Opened} rectifications.", opened);
        }
    }
}
