using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.TaskProgress;

namespace Tongliao.GreenDev.Application.TaskProgress;

/// <summary>One report on a task, held until the transaction ends: nobody else adds to it, and the period stays open, closed or locked as it is.</summary>
internal sealed record HeldTaskReport(int Id, IReadOnlyList<TaskReportVersion> Versions, TaskReportVersion? Before)
{
    /// <summary>Null before anything was said.</summary>
    public TaskReportVersion? Latest => Versions.Count > 0 ? Versions[^1] : null;

    /// <summary>Holds it, and makes it where it is not there yet.</summary>
    /// <exception cref="RefusalException">The period was never opened, or is locked.</exception>
    public static async Task<HeldTaskReport> OfAsync(WriteScope scope, PlanTask task, TaskReportKey key, ReportingPeriod known)
    {
        var quarter = known.Quarter.ToString();
        var period = await scope.Db.Periods.FromSql(
            $"SELECT * FROM reporting_periods WHERE plan_id = {known.PlanId} AND quarter = {quarter} FOR SHARE").AsNoTracking().SingleAsync(scope.CancellationToken);
        RequireRunning(period);
        await scope.Db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO task_reports (plan_id, task_id, department_id, quarter) VALUES ({period.PlanId}, {task.Id}, {key.DepartmentId}, {quarter})
            ON CONFLICT DO NOTHING
            """,
            scope.CancellationToken);
        var id = await scope.Db.TaskReports
            .Where(report => report.TaskId == task.Id && report.DepartmentId == key.DepartmentId && report.Quarter == known.Quarter)
            .Select(report => report.Id).SingleAsync(scope.CancellationToken);
        await LockAsync(scope, id);
        var before = known.Quarter.Previous;
        var versions = await (
            from report in scope.Db.TaskReports
            where report.TaskId == task.Id && report.DepartmentId == key.DepartmentId && (report.Quarter == known.Quarter || report.Quarter == before)
            join version in scope.Db.TaskReportVersions on report.Id equals version.ReportId
            orderby version.Number
            select version).AsNoTracking().ToListAsync(scope.CancellationToken);
        return new HeldTaskReport(id, [.. versions.Where(version => version.ReportId == id)], versions.LastOrDefault(version => version.ReportId != id));
    }

    /// <summary>Nobody else adds to a report until the transaction ends.</summary>
    public static Task LockAsync(WriteScope scope, int id) =>
        scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.TaskReport}, {id})", scope.CancellationToken);

    private static void RequireRunning(ReportingPeriod period)
    {
        if (period.OpenedAt is null)
        {
            throw RefusalException.Conflict(RefusalCodes.PeriodClosed, $"{period.Quarter.ChineseName}还没有开放，不能填报任务进展。");
        }

        if (period.State == PeriodState.Locked)
        {
            throw RefusalException.Conflict(RefusalCodes.PeriodLocked, $"{period.Quarter.ChineseName}已经锁定，任务进展不能再改动。");
        }
    }
}
