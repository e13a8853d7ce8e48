using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>Reads what waits for a person (待我办理): of a clerk what came back, of a reviewer what is to be decided.</summary>
public sealed class WaitingQueries(IDbContextFactory<GreenDevDbContext> contexts, OfficeClock clock)
{
    /// <summary>By quarter, the earliest first; only what can still be done. One statement, and none for a role that nothing ever waits for.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="role">What they are on the screen; nothing waits for who is something else by now.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<WaitingQuarter>> ReadAsync(Caller caller, UserRole role, CancellationToken cancellationToken)
    {
        if (StatusFor(role) is null)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, caller.UserId, role, clock.Today, cancellationToken);
    }

    /// <summary>The same over a context that is open already.</summary>
    internal static async Task<IReadOnlyList<WaitingQuarter>> ReadAsync(
        GreenDevDbContext db, Guid userId, UserRole role, DateOnly today, CancellationToken cancellationToken)
    {
        var status = StatusFor(role);
        var needsOpen = role.May(Act.EnterValues);
        var values =
            from user in db.Users
            where user.Id == userId && user.Role == role && !user.IsDisabled
            from submission in db.Submissions
            where (user.UnitId == null || submission.UnitId == user.UnitId) && db.PlanInUse.Any(plan => plan.Id == submission.PlanId)
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

        var rows = await values.GroupBy(value => value.Quarter)
            .Select(quarter => new
            {
                quarter.Key,
                Values = quarter.Count(),
                Units = quarter.Select(value => value.UnitId).Distinct().Count(),
                Since = quarter.Min(value => value.ChangedAt),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Key).Select(row => new WaitingQuarter(row.Key, row.Values, row.Units, row.Since!.Value))];
    }

    /// <summary>In which status a value waits for a role; null where none ever does.</summary>
    private static ValueStatus? StatusFor(UserRole role) => role switch
    {
        _ when role.May(Act.EnterValues) => ValueStatus.Returned,
        _ when role.May(Act.ReviewForCounty) => ValueStatus.CountyReview,
        _ when role.May(Act.ReviewForCity) => ValueStatus.CityReview,
        _ => null,
    };
}
