using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>
/// One unit's report, held until the transaction ends: nobody else changes its values, and the period stays open or
/// closed as it is. The submission's row is the lock; whoever changes a value takes it first.
/// </summary>
internal sealed class LockedReport
{
    private readonly WriteScope scope;
    private readonly int unitId;

    private LockedReport(WriteScope scope, int unitId, ReportingPeriod period)
    {
        this.scope = scope;
        this.unitId = unitId;
        Period = period;
    }

    public ReportingPeriod Period { get; }

    /// <exception cref="RefusalException">The period was never opened.</exception>
    public static async Task<LockedReport> OfAsync(WriteScope scope, ReportingUnit unit, ReportingPeriod period)
    {
        var key = period.Quarter.ToString();
        var locked = await scope.Db.Periods.FromSql(
            $"""
            SELECT p.* FROM reporting_periods p JOIN submissions s ON s.plan_id = p.plan_id AND s.quarter = p.quarter
            WHERE p.plan_id = {period.PlanId} AND p.quarter = {key} AND s.unit_id = {unit.Id}
            FOR SHARE OF p FOR UPDATE OF s
            """).AsNoTracking().ToListAsync(scope.CancellationToken);
        return locked.Count == 1
            ? new LockedReport(scope, unit.Id, locked[0])
            : throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(period));
    }

    /// <summary>Values to be changed, and what their sender did under the same ids before. One statement.</summary>
    /// <param name="indicatorIds">Of which indicators.</param>
    /// <param name="operationIds">Under which ids the change is asked for.</param>
    public async Task<ReadValues> ReadAsync(IReadOnlyList<int> indicatorIds, IReadOnlyList<Guid> operationIds)
    {
        // With each value the same acts come again; hardly ever is there one.
        var earlier = scope.Earlier(operationIds);
        var rows = await scope.Db.Submissions
            .Where(submission => submission.UnitId == unitId && submission.Quarter == Period.Quarter)
            .SelectMany(submission => submission.Values)
            .Where(value => indicatorIds.Contains(value.IndicatorId))
            .Select(value => new { Value = value, Earlier = earlier.ToList() })
            .ToListAsync(scope.CancellationToken);
        return new ReadValues(
            rows.ToDictionary(row => row.Value.IndicatorId, row => row.Value),
            rows.SelectMany(row => row.Earlier).DistinctBy(act => act.OperationId).ToDictionary(act => act.OperationId));
    }
}
