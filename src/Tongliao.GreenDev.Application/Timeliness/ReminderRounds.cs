using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Looks every quarter of an hour whether somebody is to be reminded by schedule; silent while that is switched off.</summary>
public abstract class ReminderRounds(IOptions<RemindersOptions> options, TimeProvider time, ILogger<ReminderRounds> log) : PeriodicWork(TimeSpan.FromMinutes(15), time, log)
{
    /// <summary>Reminds whoever is due.</summary>
    /// <returns>How many people were told.</returns>
    protected abstract Task<int> RemindAsync(CancellationToken stoppingToken);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Automatic ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected sealed override async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (await RemindAsync(stoppingToken) is > 0 and var people)
        {
            log.LogInformation("{Schedule} reminded {People} people.", GetType().Name, people);
        }
    }
}
