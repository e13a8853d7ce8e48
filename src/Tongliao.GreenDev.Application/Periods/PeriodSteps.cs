using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>What opening, closing and locking a period does, whether a person or its schedule asks for it.</summary>
internal static class PeriodSteps
{
    public static AuditedPeriod State(ReportingPeriod period) => new(period.State, period.DueOn)
    {
        PlannedOpening = period.Schedule?.OpensOn,
        PlannedDue = period.Schedule?.DueOn,
        PlannedClosing = period.Schedule?.ClosesOn,
        PlannedLock = period.Schedule?.LocksOn,
    };

    /// <summary>The row as it stands; held to the end, so that whoever changes it too comes later.</summary>
    public static async Task<ReportingPeriod> HoldAsync(WriteScope scope, ReportingPeriod period)
    {
        var key = period.Quarter.ToString();
        return (await scope.Db.Periods
            .FromSql($"SELECT * FROM reporting_periods WHERE plan_id = {period.PlanId} AND quarter = {key} FOR UPDATE")
            .ToListAsync(scope.CancellationToken)).Single();
    }

    public static async Task OpenAsync(WriteScope scope, PlanFacts facts, ReportingPeriod period, DateOnly dueOn)
    {
        period.Open(dueOn, scope.Now);
        await AddBlankReportsAsync(scope, facts, period);
    }

    /// <exception cref="RefusalException">Not open.</exception>
    public static void Close(WriteScope scope, ReportingPeriod period)
    {
        if (!period.AcceptsEntry)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, PeriodMessages.NotOpen(period));
        }

        period.Close(scope.Now);
    }

    /// <summary>Locks it and issues 第1版.</summary>
    /// <exception cref="RefusalException">Never opened.</exception>
    public static async Task LockAsync(WriteScope scope, ReportingPeriod period)
    {
        if (period.OpenedAt is null)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"{period.Quarter.ChineseName}还没有开放过，锁定后将再也不能填报；请先开放填报，审核完毕后再锁定。");
        }

        await WaitForChangesAsync(scope, period.PlanId);
        period.Lock(scope.Now, scope.Recording.ByName);
        scope.Db.Releases.Add(new Release
        {
            PlanId = period.PlanId,
            Quarter = period.Quarter,
            Number = 1,
            CorrectionId = null,
            Recorded = scope.Recording,
        });
    }

    /// <summary>
    /// The quarter is compared with others: whoever is changing a value of any of them, or a target, is done before the moment of the
    /// lock is taken, and whoever begins later records later.
    /// </summary>
    private static async Task WaitForChangesAsync(WriteScope scope, int planId)
    {
        await scope.Db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM reporting_periods WHERE plan_id = {planId} ORDER BY quarter FOR UPDATE", scope.CancellationToken);
        await scope.ReferenceChangedAsync();
    }

    /// <summary>Every value exists from the first opening, so that saving one is always an update and two clerks can never make it twice.</summary>
    private static async Task AddBlankReportsAsync(WriteScope scope, PlanFacts facts, ReportingPeriod period)
    {
        var existing = await scope.Db.Submissions.Where(s => s.PlanId == period.PlanId && s.Quarter == period.Quarter)
            .Select(s => s.UnitId).ToListAsync(scope.CancellationToken);

        // Of the database: one may have been added to the plan since the facts were read.
        var indicators = await scope.Db.Indicators.Where(indicator => EF.Property<int>(indicator, "PlanId") == period.PlanId)
            .OrderBy(indicator => indicator.Number).Select(indicator => indicator.Id).ToListAsync(scope.CancellationToken);
        scope.Db.Submissions.AddRange(facts.Plan.Units
            .Where(unit => !existing.Contains(unit.Id))
            .Select(unit => Submission.Blank(period.PlanId, unit.Id, period.Quarter, indicators)));
    }
}
