using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application;

/// <summary>What the portal looks for again and again as long as it runs. A fault ends a round, not the work.</summary>
/// <param name="interval">Between two rounds.</param>
/// <param name="time">Counts it.</param>
/// <param name="log">Where a fault is told.</param>
public abstract class PeriodicWork(TimeSpan interval, TimeProvider time, ILogger log) : BackgroundService
{
    /// <summary>Whether there is a round at the start already.</summary>
    protected virtual bool BeginsAtStart => false;

    /// <summary>One round.</summary>
    protected abstract Task RoundAsync(CancellationToken stoppingToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, time);
        var isDue = BeginsAtStart;
        while (isDue || await timer.WaitForNextTickAsync(stoppingToken))
        {
            isDue = false;
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away for a while; the next round tries again.
                log.LogError(fault, "A round of {Work} failed.", GetType().Name);
            }
        }
    }
}
