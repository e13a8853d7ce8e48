using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.Domain.Timeliness;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Reads what waits for a person (待我办理): of a clerk what came back, of a reviewer what is to be decided.</summary>
public sealed class WaitingQueries(IDbContextFactory<GreenDevDbContext> contexts, OfficeClock clock)
{
    /// <summary>What waits and can still be done, and what is unread. One statement, and none for a role that nothing ever waits for.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="role">What they are on the screen; nothing waits for who is something else by now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<BellCount> BellAsync(Caller caller, UserRole role, CancellationToken cancellationToken)
    {
        if (StatusFor(role) is null)
        {
            return new BellCount([], 0);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var quarters = Quarters(db, caller.UserId, role, CallersPlan.Of(db, caller).Take(1), clock, DateTimeOffset.MinValue);
        var rows = await (
            from user in db.Users
            where user.Id == caller.UserId
            from quarter in quarters.DefaultIfEmpty()
            select new
            {
                Unread = db.Notices.Count(notice => notice.UserId == user.Id && notice.ReadAt == null),
                Quarter = (Quarter?)quarter.Key,
                Values = (int?)quarter.Values,
                Units = (int?)quarter.Units,
                quarter.Since,
            }).ToListAsync(cancellationToken);
        return new BellCount(
            [
                .. rows.Where(row => row.Quarter is not null).OrderBy(row => row.Quarter)
                    .Select(row => new WaitingQuarter(row.Quarter!.Value, row.Values!.Value, row.Units!.Value, row.Since!.Value)),
            ],
            rows.Count > 0 ? rows[0].Unread : 0);
    }

    /// <summary>What waits, by quarter, the earliest first, with when it is due; over a context that is open already.</summary>
    internal static async Task<IReadOnlyList<WaitingQuarter>> ReadAsync(
        GreenDevDbContext db, Actor actor, OfficeClock clock, ReactionClock answers, CancellationToken cancellationToken)
    {
        var late = clock.StartOf(answers.LastOverdueDay.AddDays(1));
        var rows = await Quarters(db, actor.UserId, actor.Role, db.Plans.Where(plan => plan.Id == actor.PlanId).Select(plan => plan.Id), clock, late).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Key).Select(row => new WaitingQuarter(row.Key, row.Values, row.Units, row.Since!.Value)
            {
                DueOn = answers.DueOn(row.Since.Value),
                Overdue = row.Overdue,
            }),
        ];
    }

    private static IQueryable<QuarterRow> Quarters(GreenDevDbContext db, Guid userId, UserRole role, IQueryable<int> plan, OfficeClock clock, DateTimeOffset late)
    {
        var status = StatusFor(role);
        var today = clock.Today;
        var needsOpen = role.May(Act.EnterValues);
        var values =
            from user in db.Users
            where user.Id == userId && user.Role == role && !user.IsDisabled
            from submission in db.Submissions
            where (user.UnitId == null || submission.UnitId == user.UnitId) && plan.Contains(submission.PlanId)
            join period in db.Periods on new { submission.PlanId, submission.Quarter } equals new { period.PlanId, period.Quarter }
            where needsOpen
                ? period.State == PeriodState.Open || (period.State == PeriodState.Closed && db.Extensions.Any(extension =>
                    extension.PlanId == period.PlanId && extension.Quarter == period.Quarter && extension.UnitId == submission.UnitId && extension.Until >= today
                    && !db.Extensions.Any(later => later.PlanId == extension.PlanId && later.Quarter == extension.Quarter
                        && later.UnitId == extension.UnitId && later.Version > extension.Version)))
                : period.State != PeriodState.Locked
            from value in submission.Values
            where value.Status == status
            select new { submission.Quarter, submission.UnitId, value.IndicatorId, value.ChangedAt, user.DepartmentId };
        if (role.IsDepartment())
        {
            values = values.Where(value => db.Set<Indicator>().Any(indicator => indicator.Id == value.IndicatorId && indicator.LeadDepartmentId == value.DepartmentId));
        }

        return values.GroupBy(value => value.Quarter)
            .Select(quarter => new QuarterRow
            {
                Key = quarter.Key,
                Values = quarter.Count(),
                Units = quarter.Select(value => value.UnitId).Distinct().Count(),
                Since = quarter.Min(value => value.ChangedAt),
                Overdue = quarter.Count(value => value.ChangedAt < late),
            });
    }

    /// <summary>In which status a value waits for a role; null where none ever does.</summary>
    private static ValueStatus? StatusFor(UserRole role) => role switch
    {
        _ when role.May(Act.EnterValues) => ValueStatus.Returned,
        _ when role.May(Act.ReviewForCounty) => ValueStatus.CountyReview,
        _ when role.May(Act.ReviewForCity) => ValueStatus.CityReview,
        _ => null,
    };

    private sealed record QuarterRow
    {
        public required Quarter Key { get; init; }

        public required int Values { get; init; }

        public required int Units { get; init; }

        public required DateTimeOffset? Since { get; init; }

        public required int Overdue { get; init; }
    }
}
