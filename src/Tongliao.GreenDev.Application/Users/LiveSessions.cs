using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Users;

/// <summary>
/// Tells whether a session is still good: asks the database, and believes the answer for a few seconds. What ends on
/// this node is known at once.
/// </summary>
public sealed class LiveSessions(IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    /// <summary>How long another node may take to notice that a session has ended.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromSeconds(5);

    private const int SweepAbove = 5_000;

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    /// <summary>Sessions ended on this node; screens that hang on them close.</summary>
    public event Action<Func<LiveSession, bool>>? Ended;

    /// <summary>The session, or null when it ended, ran out, or its account was disabled.</summary>
    public async Task<LiveSession?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!known.TryGetValue(id, out var entry) || now - entry.ReadAt >= Believed || entry.ReadAt > now)
        {
            Sweep(now);
            entry = new Known(await ReadAsync(id, cancellationToken), now);
            known[id] = entry;
        }

        return entry.State is { } state && state.ExpiresAt > now ? state : null;
    }

    /// <summary>
    /// Whether the screen of a session that was good may go on: no once it has ended, yes while the database does not
    /// answer. Nothing gets done on such a screen meanwhile, since every service asks the database first.
    /// </summary>
    public async Task<bool> MayGoOnAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(id, cancellationToken) is { MustChangePassword: false };
        }
        catch (Exception fault) when (DatabaseOutage.Explains(fault))
        {
            return true;
        }
    }

    /// <summary>Forgets what is believed of a session, because it changed.</summary>
    public void Forget(string id) => known.TryRemove(id, out _);

    public void End(string id)
    {
        Forget(id);
        Ended?.Invoke(state => state.Id == id);
    }

    public void EndAllOf(Guid userId)
    {
        foreach (var (id, entry) in known)
        {
            if (entry.State?.UserId == userId)
            {
                Forget(id);
            }
        }

        Ended?.Invoke(state => state.UserId == userId);
    }

    private async Task<LiveSession?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from row in UserInOffice.In(db)
            let user = row.User
            join session in db.Sessions on user.Id equals session.UserId
            where session.Id == id && !user.IsDisabled
            select new LiveSession
            {
                Id = session.Id,
                UserId = user.Id,
                DisplayName = user.DisplayName,
                Role = user.Role,
                Body = row.UnitName ?? row.DepartmentName,
                UnitCode = row.UnitCode,
                MustChangePassword = user.MustChangePassword,
                Ticket = session.Ticket,
                Stamp = user.SecurityStamp!,
                CreatedAt = session.CreatedAt,
                LastSeenAt = session.LastSeenAt,
                ExpiresAt = session.ExpiresAt,
            }).SingleOrDefaultAsync(cancellationToken);
    }

    private void Sweep(DateTimeOffset now)
    {
        if (known.Count > SweepAbove)
        {
            foreach (var (id, entry) in known)
            {
                if (now - entry.ReadAt >= Believed)
                {
                    Forget(id);
                }
            }
        }
    }

    private sealed record Known(LiveSession? State, DateTimeOffset ReadAt);
}
