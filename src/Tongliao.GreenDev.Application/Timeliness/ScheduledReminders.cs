using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Timeliness;

/// <summary>Reminds by schedule: from the hour of the settings on, once a day, however many portals run and however often it is called.</summary>
public sealed class ScheduledReminders(WriteTransaction write, OfficeClock clock, IOptions<RemindersOptions> options)
{
    /// <param name="due">Those whose last days have come.</param>
    /// <param name="periodOf">Of which period.</param>
    /// <param name="remind">Reminds those of one that were not reminded by schedule today, which it is given.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many people were told.</returns>
    internal async Task<int> RunAsync<TDue>(
        IReadOnlyList<TDue> due,
        Func<TDue, ReportingPeriod> periodOf,
        Func<WriteScope, TDue, IReadOnlyList<Reminder>, Task<RemindedUnits>> remind,
        CancellationToken cancellationToken)
    {
        if (due.Count == 0 || !options.Value.IsTime(clock.Local(clock.Now)))
        {
            return 0;
        }

        var today = clock.Today;
        return await write.RunAsSystemAsync(
            async scope =>
            {
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Reminders})", cancellationToken);
                var people = 0;
                foreach (var one in due)
                {
                    var period = periodOf(one);
                    var done = await scope.Db.Reminders.AsNoTracking()
                        .Where(reminder => reminder.PlanId == period.PlanId && reminder.Quarter == period.Quarter && reminder.ScheduledOn == today)
                        .ToListAsync(cancellationToken);
                    people += (await remind(scope, one, done)).People;
                }

                return people;
            },
            cancellationToken);
    }
}
