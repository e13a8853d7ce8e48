using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Reads what a person was told (通知); nobody reads another's.</summary>
public sealed class NoticeQueries(IDbContextFactory<GreenDevDbContext> contexts)
{
    private const int Most = 100;

    /// <summary>The last hundred, the latest first.</summary>
    /// <exception cref="RefusalException">The account is gone or disabled.</exception>
    public async Task<IReadOnlyList<Notice>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Actor.LoadAsync(db, caller, cancellationToken);
        return await db.Notices.AsNoTracking().Where(notice => notice.UserId == caller.UserId)
            .OrderByDescending(notice => notice.Id).Take(Most).ToListAsync(cancellationToken);
    }
}
