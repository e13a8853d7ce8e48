using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>Counts the statements of one flow of work, whatever else the process does meanwhile. EF remembers for a second that nobody listens: make one before the first query.</summary>
internal sealed class StatementCount : IDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly AsyncLocal<List<string>?> current = new();
    private readonly List<IDisposable> subscriptions = [];

    public StatementCount() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>The statements that <paramref name="work"/> sent.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        var statements = new List<string>();
        current.Value = statements;
        await work();
        current.Value = null;
        return statements;
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandExecutedEventData data)
        {
            current.Value?.Add(data.Command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
