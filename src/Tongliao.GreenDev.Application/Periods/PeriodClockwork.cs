using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Looks at the start and every five minutes whether a period is to be opened, closed or locked by its schedule.</summary>
public sealed class PeriodClockwork(PeriodScheduleService schedules, TimeProvider time, ILogger<PeriodClockwork> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                if (await schedules.CarryOutAsync(stoppingToken) is > 0 and var acts)
                {
                    log.LogInformation("Did {Acts} acts on periods by schedule.", acts);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away for a while; the next round tries again.
                log.LogError(fault, "Acting on periods by schedule failed.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
