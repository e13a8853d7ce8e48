using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Notices;

/// <summary>Notes what a person has read; no business record, so that it leaves no audit row.</summary>
public sealed class NoticeService(IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    /// <summary>Marks one's own notices as read, up to the one that was seen last.</summary>
    public async Task MarkReadAsync(Caller caller, long upTo, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Notices.Where(notice => notice.UserId == caller.UserId && notice.Id <= upTo && notice.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), cancellationToken);
    }
}
