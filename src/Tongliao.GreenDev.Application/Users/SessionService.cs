using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Identity;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>Where somebody is signed in (会话): one's own to look at and to end; everybody's for the system administrator.</summary>
public sealed class SessionService(WriteTransaction write, IDbContextFactory<GreenDevDbContext> contexts, LiveSessions live, TimeProvider time)
{
    /// <summary>The sessions of a person that are still good, the one seen last first.</summary>
    /// <exception cref="RefusalException">Somebody else's, and not the administrator.</exception>
    public async Task<IReadOnlyList<SessionRow>> ListAsync(Caller caller, Guid userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        RequireOver(await Actor.LoadAsync(db, caller, cancellationToken), userId);
        return await Good(db, userId, time.GetUtcNow()).AsNoTracking()
            .OrderByDescending(session => session.LastSeenAt)
            .Select(session => new SessionRow(session.Id, session.Device, session.Address, session.CreatedAt, session.LastSeenAt))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session of a person; its screens close, within five seconds on other nodes.</summary>
    /// <exception cref="RefusalException">Somebody else's, and not the administrator; or it has ended already.</exception>
    public async Task EndAsync(Caller caller, Guid userId, string sessionId, CancellationToken cancellationToken)
    {
        var ended = await EndAsync(caller, userId, new { Act = "end-session", userId, sessionId }, session => session.Id == sessionId, cancellationToken);
        if (ended.Count == 0)
        {
            throw RefusalException.NotFound("这次登录已经结束，请刷新后再看。");
        }
    }

    /// <summary>Ends all sessions of a person but one.</summary>
    /// <param name="caller">The person, or the administrator.</param>
    /// <param name="userId">Whose.</param>
    /// <param name="keptId">The session that goes on; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many ended.</returns>
    /// <exception cref="RefusalException">Somebody else's, and not the administrator.</exception>
    public async Task<int> EndOthersAsync(Caller caller, Guid userId, string? keptId, CancellationToken cancellationToken) =>
        (await EndAsync(caller, userId, new { Act = "end-sessions", userId, keptId }, session => session.Id != keptId, cancellationToken)).Count;

    private async Task<IReadOnlyList<string>> EndAsync(
        Caller caller, Guid userId, object content, Func<UserSession, bool> isChosen, CancellationToken cancellationToken)
    {
        var ended = await write.RunAsync<IReadOnlyList<string>>(
            caller,
            content,
            async scope =>
            {
                RequireOver(scope.Actor, userId);
                var name = await scope.Db.Users.Where(user => user.Id == userId).Select(user => user.UserName).SingleOrDefaultAsync(cancellationToken)
                    ?? throw RefusalException.NotFound("没有这个账号，请刷新用户列表。");
                var chosen = (await Good(scope.Db, userId, scope.Now).ToListAsync(cancellationToken)).Where(isChosen).ToList();
                if (chosen.Count > 0)
                {
                    scope.Db.Sessions.RemoveRange(chosen);
                    var words = chosen.ConvertAll(session => $"{session.Device} {session.Address}".Trim());
                    scope.Audit(AuditKinds.SessionsEnded, new AuditSubject.User(name), new AuditedSessions(words), after: null);
                }

                return [.. chosen.Select(session => session.Id)];
            },
            cancellationToken);
        foreach (var id in ended)
        {
            live.End(id);
        }

        return ended;
    }

    private static IQueryable<UserSession> Good(GreenDevDbContext db, Guid userId, DateTimeOffset now) =>
        db.Sessions.Where(session => session.UserId == userId && session.ExpiresAt > now);

    private static void RequireOver(Actor actor, Guid userId)
    {
        if (actor.UserId != userId)
        {
            actor.Require(Act.ManageUsers);
        }
    }
}
