using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Calendar;

/// <summary>Adds to the calendar in the database what the portal is delivered with; what is recorded of a day already stays.</summary>
public sealed class CalendarStore(WriteTransaction write)
{
    /// <returns>How many days were added.</returns>
    public Task<int> BringUpToDateAsync(CancellationToken cancellationToken) =>
        write.RunAsSystemAsync(
            async scope =>
            {
                // Two processes on a new database must not both load it.
                await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.Plan})", cancellationToken);
                var known = await scope.Db.CalendarDays.Select(day => day.Day).Distinct().ToListAsync(cancellationToken);
                var added = CalendarFile.LoadBuiltIn(scope.Recording).ExceptBy(known, day => day.Day).ToList();
                if (added.Count > 0)
                {
                    scope.Db.CalendarDays.AddRange(added);
                    await scope.ReferenceChangedAsync();
                }

                return added.Count;
            },
            cancellationToken);
}
