using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Periods;

/// <summary>
/// 定时办理: opens, closes and locks periods on their days, as the system's act. Each is done once, however many portals run and however
/// late one looks; where something is left open, the bureau is told instead, once a working day.
/// </summary>
public sealed class PeriodScheduleService(
    WriteTransaction write, NoticeWriter notices, PlanCatalogue catalogue, PeriodTimetable timetable, OfficeClock clock, TimeProvider time)
{
    /// <summary>Does what has come due.</summary>
    /// <returns>How many acts.</returns>
    public async Task<int> CarryOutAsync(CancellationToken cancellationToken)
    {
        if (clock.Local(time.GetUtcNow()).Hour < timetable.Hour)
        {
            return 0;
        }

        var done = 0;
        foreach (var plan in await catalogue.AllAsync(cancellationToken))
        {
            done += await CarryOutAsync(plan.Facts, cancellationToken);
        }

        return done;
    }

    private async Task<int> CarryOutAsync(PlanFacts facts, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var period in facts.Periods.Where(period => DueOf(period, facts) is not null))
        {
            // What was missed for long comes one after the other.
            while (await write.RunAsSystemAsync(scope => CarryOutAsync(scope, facts, period), cancellationToken))
            {
                done++;
            }
        }

        await TellOfMissedOpeningAsync(facts, cancellationToken);
        return done;
    }

    /// <summary>Of the last quarter alone that should be open by now: the ones before it are over, whoever decided so.</summary>
    private async Task TellOfMissedOpeningAsync(PlanFacts facts, CancellationToken cancellationToken)
    {
        var last = facts.Periods.LastOrDefault(period => timetable.Of(period, facts.Calendar)?.OpensOn <= clock.Today);
        if (last is { HeldUpOn: null } && timetable.Of(last, facts.Calendar)!.HasMissedOpening(last, clock.Today))
        {
            await write.RunAsSystemAsync(scope => TellOfMissedOpeningAsync(scope, facts, last), cancellationToken);
        }
    }

    private async Task<bool> TellOfMissedOpeningAsync(WriteScope scope, PlanFacts facts, ReportingPeriod seen)
    {
        scope.About(facts.Plan.Id);
        var period = await PeriodSteps.HoldAsync(scope, seen);
        if (period.HeldUpOn is not null
            || timetable.Of(period, facts.Calendar) is not { OpensOn: { } opens, DueOn: { } due } schedule || !schedule.HasMissedOpening(period, clock.Today))
        {
            return false;
        }

        var planned = Named((ScheduledAct.Open, opens));
        period.HoldUp(clock.Today);
        await scope.ReferenceChangedAsync();
        scope.Audit(
            AuditKinds.PeriodChanged,
            new AuditSubject.Period(period.Quarter),
            PeriodSteps.State(period),
            PeriodSteps.State(period) with { Scheduled = planned, HeldUpBy = $"计划的截止日期{due:yyyy-MM-dd}已过" },
            succeeded: false);
        await TellAsync(
            scope,
            $"填报期没有按计划开放：{period.Quarter.ChineseName}",
            $"{planned}、{due.Month}月{due.Day}日截止，当时系统没有运行或没有启用定时办理，现已过截止日期，系统不再自动开放。请在“填报期”页开放并另定截止日期。");
        return true;
    }

    private (ScheduledAct Act, DateOnly On)? DueOf(ReportingPeriod period, PlanFacts facts) =>
        timetable.Of(period, facts.Calendar) is { } schedule
        && schedule.DueAct(period, clock.Today, period.HandledAt is { } at ? clock.DayOf(at) : null) is { } act
            ? (act, schedule.On(act)!.Value)
            : null;

    /// <returns>Whether something was done.</returns>
    private async Task<bool> CarryOutAsync(WriteScope scope, PlanFacts facts, ReportingPeriod seen)
    {
        scope.About(facts.Plan.Id);

        // Of several portals the first does it; the others wait here and find it done.
        var period = await PeriodSteps.HoldAsync(scope, seen);
        if (DueOf(period, facts) is not { } due)
        {
            return false;
        }

        var holding = due.Act == ScheduledAct.Open
            ? []
            : UnfinishedValues.Holding(due.Act, await UnfinishedValues.ReadAsync(scope, period), facts.ExtendedUnits(period.Quarter, clock.Today));
        if (holding.Count > 0)
        {
            await HoldUpAsync(scope, facts, period, due, UnfinishedValues.Words(holding, facts));
            return false;
        }

        var before = PeriodSteps.State(period);
        await DoAsync(scope, facts, period, due.Act);
        scope.Audit(
            AuditKinds.PeriodChanged, new AuditSubject.Period(period.Quarter), before, PeriodSteps.State(period) with { Scheduled = Named(due) });
        await scope.ReferenceChangedAsync();
        await TellAsync(scope, $"已按计划{due.Act.Word()}：{period.Quarter.ChineseName}", $"{Named(due)}，系统已自动办理。");
        return true;
    }

    private Task DoAsync(WriteScope scope, PlanFacts facts, ReportingPeriod period, ScheduledAct act)
    {
        switch (act)
        {
            case ScheduledAct.Open:
                return PeriodSteps.OpenAsync(scope, facts, period, timetable.Of(period, facts.Calendar)!.DueOn!.Value);
            case ScheduledAct.Close:
                PeriodSteps.Close(scope, period);
                return Task.CompletedTask;
            case ScheduledAct.Lock:
                return PeriodSteps.LockAsync(scope, period);
            default:
                throw new ArgumentOutOfRangeException(nameof(act));
        }
    }

    private async Task HoldUpAsync(WriteScope scope, PlanFacts facts, ReportingPeriod period, (ScheduledAct Act, DateOnly On) due, string left)
    {
        var today = clock.Today;
        if (period.HeldUpOn == today || !facts.Calendar.IsWorking(today))
        {
            return;
        }

        period.HoldUp(today);
        scope.Audit(
            AuditKinds.PeriodChanged,
            new AuditSubject.Period(period.Quarter),
            PeriodSteps.State(period),
            PeriodSteps.State(period) with { Scheduled = Named(due), HeldUpBy = left },
            succeeded: false);
        await TellAsync(
            scope,
            $"定时{due.Act.Word()}没有办理：{period.Quarter.ChineseName}",
            $"{Named(due)}，但还有{left}。全部办完后系统自动{due.Act.Word()}；也可写明原因后提前{due.Act.Word()}，或调整计划。");
    }

    /// <summary>For example 计划10月24日关闭.</summary>
    private static string Named((ScheduledAct Act, DateOnly On) due) => $"计划{due.On.Month}月{due.On.Day}日{due.Act.Word()}";

    private async Task TellAsync(WriteScope scope, string title, string text)
    {
        var bureau = await scope.Db.Users.Where(user => user.Role == UserRole.Bureau && !user.IsDisabled).Select(user => user.Id)
            .ToListAsync(scope.CancellationToken);
        await notices.TellAsync(
            scope, new Announcement(NoticeKind.Schedule, title, text, [.. bureau.Select(id => new Addressee(id, "/admin/periods"))]));
    }
}
