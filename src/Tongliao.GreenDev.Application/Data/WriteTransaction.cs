using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Users;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>
/// Runs every change: one context, one transaction, the caller's rights read inside it, the audit written with it.
/// A lost connection is retried, so the work must find its own earlier success by operation id or be repeatable.
/// </summary>
public sealed class WriteTransaction(IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    private int underWay;

    /// <summary>How many changes have begun and not ended.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Runs <paramref name="work"/> for a signed-in person.</summary>
    /// <exception cref="RefusalException">The account is gone, or the work refuses.</exception>
    public Task<T> RunAsync<T>(Caller caller, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(async db => await Actor.LoadAsync(db, caller, cancellationToken), work, cancellationToken);

    /// <summary>Runs <paramref name="work"/> for the system itself: the command line, the first start, a sign-in.</summary>
    public Task<T> RunAsSystemAsync<T>(Func<WriteScope, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(_ => Task.FromResult<Actor?>(null), work, cancellationToken);

    private async Task<T> RunAsync<T>(
        Func<GreenDevDbContext, Task<Actor?>> whoActs, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            return await TransactAsync(whoActs, work, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private async Task<T> TransactAsync<T>(
        Func<GreenDevDbContext, Task<Actor?>> whoActs, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var scope = new WriteScope(db, await whoActs(db), time.GetUtcNow(), cancellationToken);
            var result = await work(scope);
            await SaveAsync(db, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        });
    }

    private static async Task SaveAsync(GreenDevDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw RefusalException.Conflict("stale_version", "这条数据刚刚被其他人修改，请刷新后核对再保存。");
        }
    }
}

/// <summary>What one change works with.</summary>
public sealed class WriteScope(GreenDevDbContext db, Actor? actor, DateTimeOffset now, CancellationToken cancellationToken)
{
    public GreenDevDbContext Db { get; } = db;

    /// <summary>The person who acts; absent only in work run as the system.</summary>
    public Actor Actor => actor ?? throw new InvalidOperationException("The system itself acts; nobody's rights apply.");

    /// <summary>Read once.</summary>
    public DateTimeOffset Now { get; } = now;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Adds the audit row that is committed with the change.</summary>
    /// <param name="kind">One of <see cref="AuditKinds"/>.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="before">State before, null for none; written as JSON.</param>
    /// <param name="after">State after, null for none; written as JSON.</param>
    public void Audit(string kind, string subject, object? before, object? after) =>
        Db.AuditEvents.Add(new AuditEvent
        {
            At = Now,
            UserId = actor?.UserId,
            UserName = actor?.Signature ?? "系统",
            Address = actor?.Address ?? "",
            Kind = kind,
            Subject = subject,
            Succeeded = true,
            Before = AuditJson.Of(before),
            After = AuditJson.Of(after),
        });

    /// <summary>Tells every node that its copy of plan, periods, baselines and targets is old.</summary>
    public Task ReferenceChangedAsync() =>
        Db.ReferenceRevisions.ExecuteUpdateAsync(
            set => set.SetProperty(revision => revision.Number, revision => revision.Number + 1), CancellationToken);
}
