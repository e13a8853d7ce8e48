using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

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
