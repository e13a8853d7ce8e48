using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Looks every quarter of an hour whether somebody is to be reminded by schedule; silent while that is switched off.</summary>
public sealed class ReminderSchedule(
    ReminderService reminders, IOptions<RemindersOptions> options, TimeProvider time, ILogger<ReminderSchedule> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (options.Value.Automatic && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await reminders.RemindOnScheduleAsync(stoppingToken) is > 0 and var people)
                {
                    log.LogInformation("Reminded {People} people by schedule.", people);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away for a while; the next round tries again.
                log.LogError(fault, "Reminding by schedule failed.");
            }
        }
    }
}
