using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Review;

/// <summary>Reads which units' counties review (县级审核) for whoever switches it.</summary>
public sealed class CountyReviewQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <summary>One line a unit, in the plan's order.</summary>
    /// <exception cref="RefusalException">Not the bureau.</exception>
    public async Task<IReadOnlyList<CountyReviewLine>> LinesAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        (await Actor.LoadAsync(db, caller, cancellationToken)).Require(Act.ManageCountyReview);
        var facts = await catalogue.FactsAsync(db, caller, cancellationToken);
        return [.. facts.Plan.Units.Select(unit => new CountyReviewLine(unit, facts.CountyReviewOrdersOf(unit)))];
    }
}
