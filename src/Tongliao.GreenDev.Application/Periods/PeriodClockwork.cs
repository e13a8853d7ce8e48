using Microsoft.Extensions.Logging;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Looks at the start and every five minutes whether a period is to be opened, closed or locked by its schedule.</summary>
public sealed class PeriodClockwork(PeriodScheduleService schedules, TimeProvider time, ILogger<PeriodClockwork> log)
    : PeriodicWork(TimeSpan.FromMinutes(5), time, log)
{
    protected override bool BeginsAtStart => true;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (await schedules.CarryOutAsync(stoppingToken) is > 0 and var acts)
        {
            log.LogInformation("Did {Acts} acts on periods by schedule.", acts);
        }
    }
}
