using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Calendar;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Demo;

/// <summary>Plays what the bureau did with the reporting periods: of what has come so far all but the last two are locked, and the last is open.</summary>
internal sealed class DemoPeriods(WriteScope scope, DemoCalendar calendar, GreenDevUser bureau)
{
    private readonly string signature = $"{bureau.DisplayName}（{bureau.Role.OfficeName(null)}）";

    public async Task PlayAsync(Plan plan)
    {
        var periods = await scope.Db.Periods.Where(period => period.PlanId == plan.Id).ToListAsync(scope.CancellationToken);
        var workdays = new WorkCalendar(await scope.Db.CalendarDays.ToListAsync(scope.CancellationToken));
        foreach (var period in periods.Where(period => period.Quarter <= calendar.Last).OrderBy(period => period.Quarter))
        {
            Act(period, day: 1, at => period.Open(calendar.DueOn(period.Quarter), at));
            if (period.Quarter < calendar.Last)
            {
                Act(period, day: 20, period.Close);
            }

            if (period.Quarter < calendar.Last.Previous)
            {
                Act(period, day: 40, at => period.Lock(at, signature));
                scope.Db.Releases.Add(new Release
                {
                    PlanId = period.PlanId,
                    Quarter = period.Quarter,
                    Number = 1,
                    CorrectionId = null,
                    Recorded = new Recording(period.LockedAt!.Value, bureau.Id, signature),
                });
            }
        }

        Plan(periods, workdays);
        Extend(plan, periods.Single(period => period.Quarter == calendar.Last), workdays);
    }

    /// <summary>定时安排 of the quarter under way, and of the next as the rule has it.</summary>
    private void Plan(IEnumerable<ReportingPeriod> periods, WorkCalendar workdays)
    {
        foreach (var period in periods.Where(period => period.Quarter == calendar.Last))
        {
            var closing = workdays.After(period.DueOn!.Value, 3);
            Act(period, day: 2, _ => period.Plan(new PeriodSchedule(null, null, closing, workdays.After(closing, 10))), "按年度填报安排办理");
        }

        foreach (var period in periods.Where(period => period.Quarter == calendar.Last.Next))
        {
            var schedule = new PeriodsOptions().Rule.For(period.Quarter, workdays);
            Act(calendar.At(calendar.Last, 2), period, _ => period.Plan(schedule), "按年度填报安排办理");
        }
    }

    /// <summary>延期 of the unit that is late each quarter.</summary>
    private void Extend(Plan plan, ReportingPeriod period, WorkCalendar workdays)
    {
        var unit = plan.Units.First(unit => DemoStory.IsLate(period.Quarter.Previous, period.Quarter, unit.Order));
        var extension = new Extension
        {
            PlanId = period.PlanId,
            Quarter = period.Quarter,
            UnitId = unit.Id,
            Version = 1,
            Until = workdays.After(period.DueOn!.Value, 5),
            Reason = "统计人员抽调参加汛期抢险，基层台账晚到一周。",
            Grantor = "市住建局分管领导",
            Document = "通住建函〔2025〕17号",
            Recorded = new Recording(calendar.At(period.Quarter, 3), bureau.Id, signature),
        };
        scope.Db.Extensions.Add(extension);
        Audit(
            extension.Recorded.At, AuditKinds.ExtensionSet, new AuditSubject.Extended(unit.Code, period.Quarter), before: null, AuditedExtension.Of(extension));
    }

    /// <summary>Audited as of that day: the period's history is read from there.</summary>
    private void Act(ReportingPeriod period, int day, Action<DateTimeOffset> change, string? planReason = null) =>
        Act(calendar.At(period.Quarter, day), period, change, planReason);

    private void Act(DateTimeOffset at, ReportingPeriod period, Action<DateTimeOffset> change, string? planReason = null)
    {
        var before = PeriodSteps.State(period);
        change(at);
        Audit(
            at, AuditKinds.PeriodChanged, new AuditSubject.Period(period.Quarter), before, PeriodSteps.State(period) with { PlanReason = planReason });
    }

    private void Audit(DateTimeOffset at, string kind, AuditSubject subject, AuditPayload? before, AuditPayload after) => scope.Db.AuditEvents.Add(new AuditEvent
    {
        At = at,
        UserId = bureau.Id,
        UserName = signature,
        Address = "",
        Kind = kind,
        Subject = subject.ToString(),
        Succeeded = true,
        Before = AuditJson.Of(before),
        After = AuditJson.Of(after),
    });
}
