using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Looks every quarter of an hour whether somebody is to be reminded by schedule; silent while that is switched off.</summary>
public sealed class ReminderSchedule(
    ReminderService reminders, IOptions<RemindersOptions> options, TimeProvider time, ILogger<ReminderSchedule> log)
    : PeriodicWork(TimeSpan.FromMinutes(15), time, log)
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Automatic ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (await reminders.RemindOnScheduleAsync(stoppingToken) is > 0 and var people)
        {
            log.LogInformation("Reminded {People} people by schedule.", people);
        }
    }
}
