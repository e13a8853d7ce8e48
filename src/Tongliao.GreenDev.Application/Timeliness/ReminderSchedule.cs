using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Reminds counties of what is missing in their reports.</summary>
public sealed class ReminderSchedule(ReminderService reminders, IOptions<RemindersOptions> options, TimeProvider time, ILogger<ReminderSchedule> log)
    : ReminderRounds(options, time, log)
{
    protected override Task<int> RemindAsync(CancellationToken stoppingToken) => reminders.RemindOnScheduleAsync(stoppingToken);
}
