using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace Tongliao.GreenDev.Application.Data;

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
