using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>Reads which plans a person may choose; asks the database only where there is more than one.</summary>
public sealed class PlanChoiceQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>Whether more than one plan is loaded, as far as this process knows: without one statement, and perhaps a moment late.</summary>
    public bool AreSeveral => catalogue.LastKnown(key: null)?.HasOthers == true;

    /// <summary>The person's plans, their own first; one for a county office.</summary>
    public async Task<IReadOnlyList<PlanChoice>> OfAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await CallersPlan.Of(db, caller with { Plan = null }).ToListAsync(cancellationToken);
        var plans = await db.Plans.Where(plan => ids.Contains(plan.Id))
            .Select(plan => new { plan.Id, Choice = new PlanChoice(plan.Key, plan.Title, plan.DocumentNumber, plan.FirstYear, plan.LastYear) })
            .ToListAsync(cancellationToken);
        return [.. plans.OrderBy(plan => ids.IndexOf(plan.Id)).Select(plan => plan.Choice)];
    }
}
