using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>
/// Runs every change: one context, one transaction, the caller's rights read inside it, the audit written with it.
/// A lost connection is retried. When it is lost in the commit nobody knows whether that took place: the audit row tells, by the
/// person and the id of the act. Work that writes no audit may run twice.
/// </summary>
public sealed class WriteTransaction(IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    private int underWay;

    /// <summary>How many changes have begun and not ended.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Runs <paramref name="work"/> for a signed-in person; where it can be sent twice, it looks for itself what was done before.</summary>
    /// <exception cref="RefusalException">The account is gone, or the work refuses.</exception>
    public Task<T> RunAsync<T>(Caller caller, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken) =>
        caller.OperationId is null
            ? RunAsync(async db => await Actor.LoadAsync(db, caller, cancellationToken), work, cancellationToken)
            : throw new InvalidOperationException("An act with an id says what it asks for, lest another one under its id pass for it.");

    /// <summary>Runs <paramref name="work"/> for a signed-in person, once for each <see cref="Caller.OperationId"/>.</summary>
    /// <param name="caller">The person and the act.</param>
    /// <param name="command">All that is asked for, without secrets.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="RefusalException">The account is gone, the same act was done before, or another one under its id, or the work refuses.</exception>
    public Task<T> RunAsync<T>(Caller caller, object command, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken)
    {
        if (caller.OperationId is not { } id)
        {
            return RunAsync(caller, work, cancellationToken);
        }

        var operation = Operation.Of(id, command);
        return RunAsync(
            async db => await Actor.LoadAsync(db, caller, cancellationToken),
            async scope =>
            {
                await RefuseRepeatedAsync(scope, operation);
                scope.Begin(operation);
                return await work(scope);
            },
            cancellationToken);
    }

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

        // A change that fails in part is rolled back whole: a savepoint would cost two round trips, and only hide a
        // connection that breaks while it is set or released.
        db.Database.AutoSavepointsEnabled = false;
        WriteScope scope = null!;

        // One for all tries: were the first committed after all, another try could not be.
        var nameless = Operation.Nameless();
        return await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async _ =>
            {
                db.ChangeTracker.Clear();
                scope = new WriteScope(db, await whoActs(db), nameless, time, cancellationToken);
                var result = await work(scope);
                await SaveAsync(db, cancellationToken);
                return result;
            },
            verifySucceeded: _ => scope.IsCommittedAsync(),
            cancellationToken);
    }

    /// <summary>An act has left its id in the audit that was committed with it.</summary>
    private static async Task RefuseRepeatedAsync(WriteScope scope, Operation operation)
    {
        // Of two at once the second waits here, and then finds what the first has written.
        var key = BitConverter.ToInt64(operation.Id.ToByteArray());
        await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", scope.CancellationToken);
        if (await scope.Earlier([operation.Id]).SingleOrDefaultAsync(scope.CancellationToken) is { } earlier)
        {
            throw earlier.IsSame(operation) ? RefusalException.AlreadyDone() : RefusalException.OperationReused();
        }
    }

    private static async Task SaveAsync(GreenDevDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw RefusalException.Conflict(RefusalCodes.StaleVersion, "这条数据刚刚被其他人修改，请刷新后核对再保存。");
        }
        catch (DbUpdateException exception) when (exception.InnerException is
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "audit_events" })
        {
            // The same request would have waited for the first one, at the lock of its report or its id, and found it.
            var isSent = db.ChangeTracker.Entries<AuditEvent>().Any(entry => entry.Entity.OperationContent is not null);
            throw isSent ? RefusalException.OperationReused() : RefusalException.AlreadyDone();
        }
    }
}
