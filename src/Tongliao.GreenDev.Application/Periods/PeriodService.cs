using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>Opens, closes and locks reporting periods (填报期), and says when they are by themselves; the bureau only.</summary>
public sealed class PeriodService(WriteTransaction write, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>Opens a period, or moves the due date of one that is open; a person says why, where one was announced.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, locked, a due date before the quarter ends, changed since it was seen, or no reason.</exception>
    public Task<ReportingPeriod> OpenAsync(Caller caller, SeenPeriod period, DateOnly? dueOn, CancellationToken cancellationToken) =>
        HandleAsync(
            caller,
            period,
            new { Act = "open", period, dueOn },
            async (scope, facts, row) =>
            {
                var why = row.DueOn is null || row.DueOn == dueOn ? null : ReasonOf(period, "截止日期有变动，请写明原因", "国庆假期顺延");
                await PeriodSteps.OpenAsync(scope, facts, row, RequireDue(row.Quarter, dueOn));
                return PeriodSteps.State(row) with { DueReason = why };
            },
            cancellationToken);

    /// <summary>Ends what counties may type; a person says why, where something is left open.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, not open, changed since it was seen, or no reason.</exception>
    public Task<ReportingPeriod> CloseAsync(Caller caller, SeenPeriod period, CancellationToken cancellationToken) =>
        HandleAsync(
            caller,
            period,
            new { Act = "close", period },
            async (scope, _, row) =>
            {
                PeriodSteps.Close(scope, row);
                return PeriodSteps.State(row) with { LeftOpenReason = await LeftOpenReasonAsync(scope, row, period) };
            },
            cancellationToken);

    /// <summary>锁定: from now on no value and no light of the period changes. A person says why, where something is left open.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, never opened, locked already, changed since it was seen, or no reason.</exception>
    public Task<ReportingPeriod> LockAsync(Caller caller, SeenPeriod period, CancellationToken cancellationToken) =>
        HandleAsync(
            caller,
            period,
            new { Act = "lock", period },
            async (scope, _, row) =>
            {
                await PeriodSteps.LockAsync(scope, row);
                return PeriodSteps.State(row) with { LeftOpenReason = await LeftOpenReasonAsync(scope, row, period) };
            },
            cancellationToken);

    /// <summary>定时办理: says on which days it is opened, falls due, is closed and locked by itself, and why.</summary>
    /// <exception cref="RefusalException">Not the bureau, unknown, locked, days that do not follow each other or are over, changed since it was seen, or no reason.</exception>
    public Task<ReportingPeriod> PlanAsync(Caller caller, SeenPeriod period, PeriodSchedule schedule, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            period,
            new { Act = "plan", period, schedule },
            (_, _, row) =>
            {
                ScheduleChecks.Require(schedule, row, clock.Today);
                row.Plan(schedule);
                var why = RequiredReason.Of(period.Reason?.Typed, "请写明安排的原因", "原因", "国庆假期顺延");
                return Task.FromResult(PeriodSteps.State(row) with { PlanReason = why });
            },
            cancellationToken);

    /// <summary>An act on the state, after which the schedule stands back from the days that have come.</summary>
    private Task<ReportingPeriod> HandleAsync(
        Caller caller, SeenPeriod period, object command, Func<WriteScope, PlanFacts, ReportingPeriod, Task<AuditedPeriod>> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            caller,
            period,
            command,
            async (scope, facts, row) =>
            {
                var after = await change(scope, facts, row);
                row.Handle(scope.Now);
                return after;
            },
            cancellationToken);

    /// <param name="caller">Who.</param>
    /// <param name="period">Which.</param>
    /// <param name="command">All that is asked for.</param>
    /// <param name="change">Changes it, and gives what the audit keeps.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<ReportingPeriod> ChangeAsync(
        Caller caller, SeenPeriod period, object command, Func<WriteScope, PlanFacts, ReportingPeriod, Task<AuditedPeriod>> change, CancellationToken cancellationToken)
    {
        var facts = await catalogue.FactsAsync(caller, cancellationToken);
        return await write.RunAsync(
            caller,
            command,
            async scope =>
            {
                scope.Actor.Require(Act.ManagePeriods);
                var row = await PeriodSteps.HoldAsync(scope, facts.Period(period.Quarter));
                var subject = new AuditSubject.Period(row.Quarter);
                await SeenVersion.RequireAsync(
                    scope, period.Version, new CurrentPeriod(row.Version, row.State, row.DueOn), $"{row.Quarter.ChineseName}填报期", subject, AuditKinds.PeriodChanged);
                if (row.State == PeriodState.Locked)
                {
                    throw RefusalException.Conflict(RefusalCodes.PeriodLocked, PeriodMessages.NotOpen(row));
                }

                var before = PeriodSteps.State(row);
                scope.Audit(AuditKinds.PeriodChanged, subject, before, await change(scope, facts, row));
                await scope.ReferenceChangedAsync();
                return row;
            },
            cancellationToken);
    }

    /// <summary>What is typed where a value of the quarter is not approved; null where all are.</summary>
    private static async Task<string?> LeftOpenReasonAsync(WriteScope scope, ReportingPeriod row, SeenPeriod period)
    {
        if (period.Reason is null)
        {
            return null;
        }

        var open = (await UnfinishedValues.ReadAsync(scope, row)).Count(value => value.Status != ValueStatus.Accepted);
        return open == 0 ? null : ReasonOf(period, $"还有{open}项没有审核通过，请写明原因", "个别单位补报，另行更正");
    }

    private static string? ReasonOf(SeenPeriod period, string request, string example) =>
        period.Reason is { } asked ? RequiredReason.Of(asked.Typed, request, "原因", example) : null;

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
}
