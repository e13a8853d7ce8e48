using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;

namespace Tongliao.GreenDev.Application.Changes;

/// <summary>
/// Tells a moment by which all that is recorded is written, so that what is seen as of it (截至) never changes. A change reads the
/// clock after it has locked what it changes; so it is enough to read the clock first, and then to wait once for whoever holds each lock.
/// </summary>
public sealed class SettledMoment(IDbContextFactory<GreenDevDbContext> contexts, PlanCatalogue catalogue, OfficeClock clock)
{
    /// <summary>How long changes under way are waited for, all together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A moment just now, of the plan that the call is about.</summary>
    /// <exception cref="RefusalException">Conflict: a change has been under way for too long.</exception>
    public async Task<AsOf> NowAsync(Caller caller, CancellationToken cancellationToken)
    {
        // The database keeps microseconds: of the one under way not everything may be recorded yet.
        var moment = AsOf.At(clock.Now - TimeSpan.FromMicroseconds(1), clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await WaitAsync(db, caller, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RefusalException.Conflict(RefusalCodes.WrongState, "有一项更改正在保存，暂时不能生成固定链接，请稍后再试。");
        }

        return moment;
    }

    /// <summary>One lock after the other, none of them kept, so that nobody who waits for several can get in the way of this.</summary>
    private async Task WaitAsync(GreenDevDbContext db, Caller caller, CancellationToken cancellationToken)
    {
        // Values, reports on tasks and periods are changed under the row of their period.
        foreach (var period in (await catalogue.FactsAsync(db, caller, cancellationToken)).Periods)
        {
            var key = period.Quarter.ToString();
            await db.Database.ExecuteSqlAsync(
                $"SELECT 1 FROM reporting_periods WHERE plan_id = {period.PlanId} AND quarter = {key} FOR UPDATE", cancellationToken);
        }

        // What ratings rest on besides, under the row that counts its revisions; commitments each under a lock of its own.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM reference_revisions FOR UPDATE", cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({AdvisoryLocks.Commitment}, id) FROM commitments", cancellationToken);
    }
}
