using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>A period as a change of one unit's report finds it.</summary>
internal static class ExtendedPeriods
{
    /// <summary>As the unit has it. Extensions are asked for where the period is closed alone: an open one is open to all.</summary>
    /// <param name="scope">The change.</param>
    /// <param name="unit">Whose report.</param>
    /// <param name="period">As its row stands, held: who grants or withdraws an extension holds it too.</param>
    /// <param name="today">There.</param>
    public static async Task<ReportingPeriod> OfAsync(WriteScope scope, ReportingUnit unit, ReportingPeriod period, DateOnly today) =>
        period is { State: PeriodState.Closed, OpenedAt: not null } ? period.For(await LastAsync(scope, unit, period), today) : period;

    /// <summary>The last version of a unit's extension.</summary>
    public static Task<Extension?> LastAsync(WriteScope scope, ReportingUnit unit, ReportingPeriod period) =>
        scope.Db.Extensions.AsNoTracking()
            .Where(extension => extension.PlanId == period.PlanId && extension.Quarter == period.Quarter && extension.UnitId == unit.Id)
            .OrderByDescending(extension => extension.Version).FirstOrDefaultAsync(scope.CancellationToken);
}
