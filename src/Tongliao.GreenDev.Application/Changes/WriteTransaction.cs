using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>
/// Runs every change: one context, one transaction, the caller's rights read inside it, the audit written with it.
/// A lost connection is retried. When it is lost in the commit nobody knows whether that took place: the audit row tells, by the
/// id of the act. Work that writes no audit may run twice.
/// </summary>
public sealed class WriteTransaction(IDbContextFactory<GreenDevDbContext> contexts, TimeProvider time)
{
    private int underWay;

    /// <summary>How many changes have begun and not ended.</summary>
    public int UnderWay => Volatile.Read(ref underWay);

    /// <summary>Runs <paramref name="work"/>, which nobody sends twice as one act, for a signed-in person.</summary>
    /// <exception cref="RefusalException">The account is gone, or the work refuses.</exception>
    public Task<T> RunAsync<T>(Caller caller, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken) =>
        caller.OperationId is null
            ? RunAsync(new Operation(Guid.CreateVersion7()), async db => await Actor.LoadAsync(db, caller, cancellationToken), work, cancellationToken)
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

        var operation = new Operation(id, OperationContent.Of(command));
        return RunAsync(
            operation,
            async db =>
            {
                var actor = await Actor.LoadAsync(db, caller, cancellationToken);
                await RefuseRepeatedAsync(db, caller, operation, cancellationToken);
                return actor;
            },
            work,
            cancellationToken);
    }

    /// <summary>Runs <paramref name="work"/> for the system itself: the command line, the first start, a sign-in.</summary>
    public Task<T> RunAsSystemAsync<T>(Func<WriteScope, Task<T>> work, CancellationToken cancellationToken) =>
        RunAsync(new Operation(Guid.CreateVersion7()), _ => Task.FromResult<Actor?>(null), work, cancellationToken);

    private async Task<T> RunAsync<T>(
        Operation operation, Func<GreenDevDbContext, Task<Actor?>> whoActs, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            return await TransactAsync(operation, whoActs, work, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private async Task<T> TransactAsync<T>(
        Operation operation, Func<GreenDevDbContext, Task<Actor?>> whoActs, Func<WriteScope, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // A change that fails in part is rolled back whole: a savepoint would cost two round trips, and only hide a
        // connection that breaks while it is set or released.
        db.Database.AutoSavepointsEnabled = false;
        return await db.Database.CreateExecutionStrategy().ExecuteInTransactionAsync(
            async _ =>
            {
                db.ChangeTracker.Clear();
                var scope = new WriteScope(db, await whoActs(db), operation, time, cancellationToken);
                var result = await work(scope);
                await SaveAsync(db, cancellationToken);
                return result;
            },
            verifySucceeded: _ => db.AuditEvents.AnyAsync(audit => audit.OperationId == operation.Id, cancellationToken),
            cancellationToken);
    }

    /// <summary>An act has left its id in the audit that was committed with it.</summary>
    private static async Task RefuseRepeatedAsync(GreenDevDbContext db, Caller caller, Operation operation, CancellationToken cancellationToken)
    {
        // Of two at once the second waits here, and then finds what the first has written.
        var key = BitConverter.ToInt64(operation.Id.ToByteArray());
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);
        var earlier = await db.AuditEvents.Where(audit => audit.UserId == caller.UserId && audit.OperationId == operation.Id)
            .Select(audit => new { audit.OperationContent }).SingleOrDefaultAsync(cancellationToken);
        if (earlier is not null)
        {
            throw earlier.OperationContent.AsSpan().SequenceEqual(operation.Content)
                ? RefusalException.Conflict(RefusalCodes.AlreadyDone, "这项操作已经完成，没有再做一次。")
                : RefusalException.OperationReused();
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
    }
}
