using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>
/// Which plan a call is about. A county office has one, that of its unit; a department every plan in which it stands, of which its account's
/// comes first; everyone else has all of them. Decided by what the database says of the person.
/// </summary>
public static class CallersPlan
{
    /// <summary>The facts of the plan that a call is about.</summary>
    /// <exception cref="RefusalException">NotFound: there is no such plan, or it is not the person's.</exception>
    /// <exception cref="InvalidOperationException">No plan has been loaded; run the verb migrate.</exception>
    public static async Task<PlanFacts> FactsAsync(this PlanCatalogue catalogue, Caller caller, CancellationToken cancellationToken) =>
        (await catalogue.GetAsync(caller, cancellationToken)).Facts;

    /// <summary>The same over a context that is open already, so that a screen takes one connection.</summary>
    /// <inheritdoc cref="FactsAsync(PlanCatalogue, Caller, CancellationToken)"/>
    public static async Task<PlanFacts> FactsAsync(this PlanCatalogue catalogue, GreenDevDbContext db, Caller caller, CancellationToken cancellationToken) =>
        (await catalogue.GetAsync(db, caller, cancellationToken)).Facts;

    /// <summary>With every unit's baselines and targets: whoever shows any of it asks first whose the reader may see.</summary>
    internal static Task<ReferenceData> GetAsync(this PlanCatalogue catalogue, Caller caller, CancellationToken cancellationToken) =>
        catalogue.GetAsync(db => Of(db, caller), cancellationToken);

    /// <inheritdoc cref="GetAsync(PlanCatalogue, Caller, CancellationToken)"/>
    internal static Task<ReferenceData> GetAsync(this PlanCatalogue catalogue, GreenDevDbContext db, Caller caller, CancellationToken cancellationToken) =>
        catalogue.GetAsync(db, Of(db, caller), cancellationToken);

    /// <summary>The ids of the plans that a call may be about, the one that it is about first: asked for, or else the person's own.</summary>
    internal static IQueryable<int> Of(GreenDevDbContext db, Caller caller)
    {
        var (userId, key) = (caller.UserId, caller.Plan);
        var person =
            from user in db.Users
            where user.Id == userId
            select new
            {
                UnitPlanId = db.Units.Where(unit => unit.Id == user.UnitId).Select(unit => (int?)EF.Property<int>(unit, "PlanId")).FirstOrDefault(),
                user.DepartmentPlanId,
                user.DepartmentId,
            };
        return
            from plan in db.Plans
            where key == null || plan.Key == key
            where !person.Any(own => own.UnitPlanId != null && own.UnitPlanId != plan.Id)
            where !person.Any(own => own.DepartmentId != null
                && !db.Departments.Any(department => department.Id == own.DepartmentId && EF.Property<int>(department, "PlanId") == plan.Id))
            orderby person.Any(own => own.DepartmentPlanId == plan.Id) descending, plan.Id
            select plan.Id;
    }
}
