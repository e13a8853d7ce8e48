using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>Tells a database that does not answer from every other fault.</summary>
public static class DatabaseOutage
{
    /// <summary>Whether nothing is wrong but that the database is away: the same may succeed later.</summary>
    public static bool Explains(Exception fault) => fault is RetryLimitExceededException || IsLostConnection(fault);

    /// <summary>
    /// Whether the connection is gone. A driver that finds it broken throws the transaction away with it; whoever uses that next,
    /// and the commit does, is told only that it is disposed, often with the reason inside.
    /// </summary>
    internal static bool IsLostConnection(Exception? fault) =>
        fault is NpgsqlException { IsTransient: true }
            or ObjectDisposedException { InnerException: NpgsqlException { IsTransient: true } }
            or ObjectDisposedException { ObjectName: nameof(NpgsqlTransaction) or nameof(NpgsqlConnection) };
}

/// <summary>Bridges a restart of the database: tries again every second, and gives up by time, so that somebody who waits is told.</summary>
internal sealed class PatientExecution(ExecutionStrategyDependencies dependencies)
    : NpgsqlRetryingExecutionStrategy(dependencies, int.MaxValue, TimeSpan.FromSeconds(1), errorCodesToAdd: null)
{
    /// <summary>A restart takes less than ten seconds; proxies wait for a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private long failedFirstAt;

    protected override bool ShouldRetryOn(Exception? exception) => base.ShouldRetryOn(exception) || DatabaseOutage.IsLostConnection(exception);

    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        if (ExceptionsEncountered.Count == 1)
        {
            failedFirstAt = Stopwatch.GetTimestamp();
        }

        return Stopwatch.GetElapsedTime(failedFirstAt) < Patience ? base.GetNextDelay(lastException) : null;
    }
}
