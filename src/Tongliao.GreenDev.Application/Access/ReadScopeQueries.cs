using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Access;

/// <summary>Reads what a page needs to know before it decides what to show.</summary>
public sealed class ReadScopeQueries(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue)
{
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<ReadScope> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new ReadScope(await Actor.LoadAsync(db, caller, cancellationToken), await catalogue.FactsAsync(db, caller, cancellationToken));
    }
}
