using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Application.Periods;
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
    }

    /// <summary>Audited as of that day: the period's history is read from there.</summary>
    private void Act(ReportingPeriod period, int day, Action<DateTimeOffset> change)
    {
        var at = calendar.At(period.Quarter, day);
        var before = PeriodService.State(period);
        change(at);
        scope.Db.AuditEvents.Add(new AuditEvent
        {
            At = at,
            UserId = bureau.Id,
            UserName = signature,
            Address = "",
            Kind = AuditKinds.PeriodChanged,
            Subject = new AuditSubject.Period(period.Quarter).ToString(),
            Succeeded = true,
            Before = AuditJson.Of(before),
            After = AuditJson.Of(PeriodService.State(period)),
        });
    }
}
