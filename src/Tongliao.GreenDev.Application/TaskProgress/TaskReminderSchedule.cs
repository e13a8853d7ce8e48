using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Timeliness;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>Reminds departments of reports on tasks that they owe.</summary>
public sealed class TaskReminderSchedule(
    TaskReminderService reminders, IOptions<RemindersOptions> options, TimeProvider time, ILogger<TaskReminderSchedule> log)
    : ReminderRounds(options, time, log)
{
    protected override Task<int> RemindAsync(CancellationToken stoppingToken) => reminders.RemindOnScheduleAsync(stoppingToken);
}
