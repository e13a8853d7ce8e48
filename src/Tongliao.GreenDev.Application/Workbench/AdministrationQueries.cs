using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Workbench;

/// <summary>
/// Reads what is still to be set up and who waits, for those who may do something about it. Three statements: person, revision, and
/// either the accounts or where the values stand; one more for the administrator once a channel is configured.
/// </summary>
public sealed class AdministrationQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock, ReactionClocks clocks, MessageQueries messages, TimeProvider time)
{
    /// <summary>As far as the role goes: accounts for the administrator; periods, baselines and targets for the bureau; nothing of these for others.</summary>
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<AdministrationOverview> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var actor = await Actor.LoadAsync(db, caller, cancellationToken);
        return await ReadAsync(db, actor, await catalogue.GetAsync(db, caller, cancellationToken), cancellationToken);
    }

    /// <summary>The same over a context that is open already.</summary>
    internal async Task<AdministrationOverview> ReadAsync(
        GreenDevDbContext db, Actor actor, ReferenceData reference, CancellationToken cancellationToken) =>
        new(actor, reference.Facts)
        {
            Answers = clocks.Of(reference.Facts),
            Accounts = actor.May(Act.ManageUsers) ? await AccountsAsync(db, reference.Facts.Plan, cancellationToken) : null,
            FailedMessages = actor.May(Act.ManageMessages) ? await messages.FailedAsync(db, cancellationToken) : 0,
            Reference = actor.May(Act.ManageBaselines) && actor.May(Act.ManageTargets) ? ReferenceGaps.Of(reference, clock.Today) : null,
            Standings = actor.May(Act.ManagePeriods) ? await StandingsAsync(db, reference.Facts, cancellationToken) : [],
        };

    private async Task<AccountCoverage> AccountsAsync(GreenDevDbContext db, Plan plan, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await db.Users
            .Select(user => new AccountRow(
                user.Role,
                user.UnitId,
                user.DepartmentPlanId == plan.Id ? user.DepartmentId : null,
                user.IsDisabled,
                user.LastSignInAt != null,
                db.SignInPlaces.Any(place => place.UserId == user.Id && place.LockedUntil > now)))
            .ToListAsync(cancellationToken);
        var enabled = rows.FindAll(row => !row.IsDisabled);
        return new AccountCoverage
        {
            Roles = [.. Enum.GetValues<UserRole>().Select(role => CoverageOf(role, plan, enabled.FindAll(row => row.Role == role)))],
            Disabled = rows.Count - enabled.Count,
            NeverUsed = enabled.Count(row => !row.HasSignedIn),
            Locked = enabled.Count(row => row.IsLocked),
        };
    }

    private static RoleCoverage CoverageOf(UserRole role, Plan plan, List<AccountRow> accounts)
    {
        if (role.IsCounty())
        {
            var without = plan.Units.Where(unit => accounts.TrueForAll(account => account.UnitId != unit.Id));
            return new RoleCoverage(role, accounts.Count, plan.Units.Count, [.. without.Select(unit => unit.ShortName)]);
        }

        if (role.IsDepartment())
        {
            // The bureau is one of the leading departments, and has a role of its own.
            var leads = plan.Departments
                .Where(department => !department.IsBureau && plan.Indicators.Any(indicator => indicator.LeadDepartmentId == department.Id))
                .ToList();
            var without = leads.Where(department => accounts.TrueForAll(account => account.DepartmentId != department.Id));
            return new RoleCoverage(role, accounts.Count, leads.Count, [.. without.Select(department => department.ShortName)]);
        }

        return new RoleCoverage(role, accounts.Count, 1, accounts.Count > 0 ? [] : [role.Word()]);
    }

    private static async Task<IReadOnlyList<QuarterStanding>> StandingsAsync(GreenDevDbContext db, PlanFacts facts, CancellationToken cancellationToken)
    {
        var unsettled = facts.Periods.Where(period => period.AcceptsReview).Select(period => period.Quarter).ToList();
        var rows = await (
            from submission in db.Submissions
            where submission.PlanId == facts.Plan.Id && unsettled.Contains(submission.Quarter)
            from value in submission.Values
            group new { submission.UnitId, value.ChangedAt } by new { submission.Quarter, value.Status } into standing
            select new QuarterStanding(
                standing.Key.Quarter,
                standing.Key.Status,
                standing.Count(),
                standing.Select(value => value.UnitId).Distinct().Count(),
                standing.Min(value => value.ChangedAt)))
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.Quarter).ThenBy(row => row.Status)];
    }

    private sealed record AccountRow(UserRole Role, int? UnitId, string? DepartmentId, bool IsDisabled, bool HasSignedIn, bool IsLocked);
}
