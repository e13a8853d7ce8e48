using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application.Rectifications;

/// <summary>Looks every quarter of an hour for rectifications that nobody was told of.</summary>
public sealed class RectificationSchedule(RectificationAnnouncer announcer, TimeProvider time, ILogger<RectificationSchedule> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await announcer.AnnounceAsync(stoppingToken) is > 0 and var opened)
                {
                    log.LogInformation("Told of {Opened} rectifications.", opened);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away for a while; the next round tries again.
                log.LogError(fault, "Telling of rectifications failed.");
            }
        }
    }
}
