using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Opens, closes and locks reporting periods (填报期); the bureau only.</summary>
public sealed class PeriodService(WriteTransaction write, PlanCatalogue catalogue)
{
    /// <summary>Opens a period, or moves the due date of one that is open, for a program: the contract has no place for a reason.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, locked, a due date before the quarter ends, or changed since it was seen.</exception>
    public Task<ReportingPeriod> OpenAsync(Caller caller, Seen<Quarter> period, DateOnly? dueOn, CancellationToken cancellationToken) =>
        ChangeAsync(caller, period, new { Act = "open", period, dueOn }, (scope, facts, row) => OpenAsync(scope, facts, row, dueOn), cancellationToken);

    /// <summary>The same for a person, who says why another due date takes the place of one that was announced.</summary>
    /// <exception cref="RefusalException">As above, or no reason.</exception>
    public Task<ReportingPeriod> OpenWithReasonAsync(
        Caller caller, Seen<Quarter> period, DateOnly? dueOn, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            period,
            new { Act = "open", period, dueOn, reason },
            async (scope, facts, row) =>
            {
                var why = row.DueOn is null || row.DueOn == dueOn ? null : RequiredReason.Of(reason, "截止日期有变动，请写明原因", "原因", "国庆假期顺延");
                await OpenAsync(scope, facts, row, dueOn);
                return why;
            },
            cancellationToken);

    /// <exception cref="RefusalException">Not the bureau, unknown, not open, or changed since it was seen.</exception>
    public Task<ReportingPeriod> CloseAsync(Caller caller, Seen<Quarter> period, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            period,
            new { Act = "close", period },
            (scope, _, reportingPeriod) =>
            {
                Close(scope, reportingPeriod);
                return Task.FromResult<string?>(null);
            },
            cancellationToken);

    /// <summary>The same for a person, who says why it is closed while something is left open.</summary>
    /// <exception cref="RefusalException">As above, or no reason.</exception>
    public Task<ReportingPeriod> CloseWithReasonAsync(Caller caller, Seen<Quarter> period, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            period,
            new { Act = "close", period, reason },
            async (scope, _, reportingPeriod) =>
            {
                Close(scope, reportingPeriod);
                return await LeftOpenReasonAsync(scope, reportingPeriod, reason);
            },
            cancellationToken);

    /// <summary>锁定: from now on no value and no light of the period changes.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, never opened, locked already, or changed since it was seen.</exception>
    public Task<ReportingPeriod> LockAsync(Caller caller, Seen<Quarter> period, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            period,
            new { Act = "lock", period },
            async (scope, _, reportingPeriod) =>
            {
                await LockAsync(scope, reportingPeriod);
                return null;
            },
            cancellationToken);

    /// <summary>The same for a person, who says why it is locked while something is left open.</summary>
    /// <exception cref="RefusalException">As above, or no reason.</exception>
    public Task<ReportingPeriod> LockWithReasonAsync(Caller caller, Seen<Quarter> period, string? reason, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            period,
            new { Act = "lock", period, reason },
            async (scope, _, reportingPeriod) =>
            {
                await LockAsync(scope, reportingPeriod);
                return await LeftOpenReasonAsync(scope, reportingPeriod, reason);
            },
            cancellationToken);

    private static void Close(WriteScope scope, ReportingPeriod reportingPeriod)
    {
        if (!reportingPeriod.AcceptsEntry)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, PeriodMessages.NotOpen(reportingPeriod));
        }

        reportingPeriod.Close(scope.Now);
    }

    private static async Task LockAsync(WriteScope scope, ReportingPeriod reportingPeriod)
    {
        if (reportingPeriod.OpenedAt is null)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, $"{reportingPeriod.Quarter.ChineseName}还没有开放过，锁定后将再也不能填报；请先开放填报，审核完毕后再锁定。");
        }

        await WaitForChangesAsync(scope, reportingPeriod.PlanId);
        reportingPeriod.Lock(scope.Now, scope.Recording.ByName);
        scope.Db.Releases.Add(new Release
        {
            PlanId = reportingPeriod.PlanId,
            Quarter = reportingPeriod.Quarter,
            Number = 1,
            CorrectionId = null,
            Recorded = scope.Recording,
        });
    }

    /// <summary>What is typed where a value of the quarter is not approved; null where all are.</summary>
    private static async Task<string?> LeftOpenReasonAsync(WriteScope scope, ReportingPeriod period, string? typed)
    {
        var open = await scope.Db.Submissions.Where(submission => submission.PlanId == period.PlanId && submission.Quarter == period.Quarter)
            .SelectMany(submission => submission.Values).CountAsync(value => value.Status != ValueStatus.Accepted, scope.CancellationToken);
        return open == 0 ? null : RequiredReason.Of(typed, $"还有{open}项没有审核通过，请写明原因", "原因", "个别单位补报，另行更正");
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

    private static async Task<string?> OpenAsync(WriteScope scope, PlanFacts facts, ReportingPeriod period, DateOnly? dueOn)
    {
        period.Open(RequireDue(period.Quarter, dueOn), scope.Now);
        await AddBlankReportsAsync(scope, facts, period);
        return null;
    }

    /// <param name="change">Changes it, and gives the reason that was asked for.</param>
    private async Task<ReportingPeriod> ChangeAsync(
        Caller caller, Seen<Quarter> period, object command, Func<WriteScope, PlanFacts, ReportingPeriod, Task<string?>> change, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManagePeriods);
                var key = facts.Period(period.Subject).Quarter.ToString();
                var row = (await scope.Db.Periods
                    .FromSql($"SELECT * FROM reporting_periods WHERE plan_id = {facts.Plan.Id} AND quarter = {key} FOR UPDATE").ToListAsync(cancellationToken)).Single();
                var subject = new AuditSubject.Period(row.Quarter);
                await SeenVersion.RequireAsync(
                    scope, period.Version, new CurrentPeriod(row.Version, row.State, row.DueOn), $"{row.Quarter.ChineseName}填报期", subject, AuditKinds.PeriodChanged);
                if (row.State == PeriodState.Locked)
                {
                    throw RefusalException.Conflict(RefusalCodes.PeriodLocked, PeriodMessages.NotOpen(row));
                }

                var before = State(row);
                var reason = await change(scope, facts, row);
                scope.Audit(AuditKinds.PeriodChanged, subject, before, After(row, reason));
                await scope.ReferenceChangedAsync();
                return row;
            },
            cancellationToken);
    }

    /// <summary>A reason is of the due date while a period is open, and of what was left open once it is not.</summary>
    private static AuditedPeriod After(ReportingPeriod period, string? reason) => period.AcceptsEntry
        ? State(period) with { DueReason = reason }
        : State(period) with { LeftOpenReason = reason };

    internal static AuditedPeriod State(ReportingPeriod period) => new(period.State, period.DueOn);

    private static DateOnly RequireDue(Quarter quarter, DateOnly? dueOn)
    {
        if (dueOn is not { } due)
        {
            throw RefusalException.Invalid(RefusalCodes.DueRequired, "请填写截止日期。", new FieldFault("due", "请填写截止日期，例如2025-10-15。"));
        }

        return due > quarter.LastDay
            ? due
            : throw RefusalException.Invalid(RefusalCodes.DueTooEarly, $"截止日期应在季度结束（{quarter.LastDay:yyyy-MM-dd}）之后。", new FieldFault("due", $"截止日期应晚于{quarter.LastDay:yyyy-MM-dd}。"));
    }

    /// <summary>Every value exists from the first opening, so that saving one is always an update and two clerks can never make it twice.</summary>
    private static async Task AddBlankReportsAsync(WriteScope scope, PlanFacts facts, ReportingPeriod period)
    {
        var existing = await scope.Db.Submissions.Where(s => s.PlanId == period.PlanId && s.Quarter == period.Quarter)
            .Select(s => s.UnitId).ToListAsync(scope.CancellationToken);
        scope.Db.Submissions.AddRange(facts.Plan.Units
            .Where(unit => !existing.Contains(unit.Id))
            .Select(unit => Submission.Blank(period.PlanId, unit.Id, period.Quarter, facts.Plan.Indicators.Select(indicator => indicator.Id))));
    }
}
