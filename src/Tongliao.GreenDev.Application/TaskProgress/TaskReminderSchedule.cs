using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Timeliness;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Looks every quarter of an hour whether a department is to be reminded by schedule; silent while that is switched off.</summary>
public sealed class TaskReminderSchedule(
    TaskReminderService reminders, IOptions<RemindersOptions> options, TimeProvider time, ILogger<TaskReminderSchedule> log)
    : PeriodicWork(TimeSpan.FromMinutes(15), time, log)
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Automatic ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (await reminders.RemindOnScheduleAsync(stoppingToken) is > 0 and var people)
        {
            log.LogInformation("Reminded {People} people of departments by schedule.", people);
        }
    }
}
