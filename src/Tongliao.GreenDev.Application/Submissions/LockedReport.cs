using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Submissions;

/// <summary>
/// One unit's report, held until the transaction ends: nobody else changes its values, and the period stays open or
/// closed as it is. The submission's row is the lock; whoever changes a value takes it first.
/// </summary>
internal sealed class LockedReport
{
    private readonly GreenDevDbContext db;
    private readonly int unitId;

    private LockedReport(GreenDevDbContext db, int unitId, ReportingPeriod period)
    {
        this.db = db;
        this.unitId = unitId;
        Period = period;
    }

    public ReportingPeriod Period { get; }

    /// <exception cref="RefusalException">The period was never opened.</exception>
    public static async Task<LockedReport> OfAsync(
        GreenDevDbContext db, ReportingUnit unit, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var key = period.Quarter.ToString();
        var locked = await db.Periods.FromSql(
            $"""
            SELECT p.* FROM reporting_periods p JOIN submissions s ON s.plan_id = p.plan_id AND s.quarter = p.quarter
            WHERE p.plan_id = {period.PlanId} AND p.quarter = {key} AND s.unit_id = {unit.Id}
            FOR SHARE OF p FOR UPDATE OF s
            """).AsNoTracking().ToListAsync(cancellationToken);
        return locked.Count == 1
            ? new LockedReport(db, unit.Id, locked[0])
            : throw RefusalException.Conflict(RefusalCodes.PeriodClosed, PeriodMessages.NotOpen(period));
    }

    public IQueryable<ReportedValue> ValueOf(int indicatorId) => Values.Where(value => value.IndicatorId == indicatorId);

    public IQueryable<ReportedValue> Values => db.Submissions
        .Where(submission => submission.UnitId == unitId && submission.Quarter == Period.Quarter)
        .SelectMany(submission => submission.Values);
}
