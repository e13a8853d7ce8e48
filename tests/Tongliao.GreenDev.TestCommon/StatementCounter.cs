using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>Counts the statements that EF sends to one database while it lives.</summary>
public sealed class StatementCounter : IDisposable
{
    private readonly string database;
    private int count;

    public StatementCounter(string connectionString)
    {
        database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        Feed.Sending += Take;
    }

    public int Count => count;

    /// <summary>How many statements <paramref name="work"/> sent; nothing else may use the database meanwhile.</summary>
    public async Task<int> DuringAsync(Func<Task> work)
    {
        var before = count;
        await work();
        return count - before;
    }

    public void Dispose() => Feed.Sending -= Take;

    /// <summary>EF asks once a second whether anybody listens: to be called before its first statement in the process.</summary>
    internal static void Listen() => Feed.Start();

    private void Take(string sentTo)
    {
        if (sentTo == database)
        {
            Interlocked.Increment(ref count);
        }
    }

    /// <summary>One subscription for the process, which never ends.</summary>
    private sealed class Feed : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static int started;

        public static event Action<string>? Sending;

        public static void Start()
        {
            if (Interlocked.Exchange(ref started, 1) == 0)
            {
                DiagnosticListener.AllListeners.Subscribe(new Feed());
            }
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                value.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command)
            {
                Sending?.Invoke(command.Connection.Database);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
