using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

/// <summary>Keeps what is logged as an error, for tests to read.</summary>
public sealed class ErrorLog : ILogEventSink
{
    public ConcurrentQueue<string> Entries { get; } = [];

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level >= LogEventLevel.Error)
        {
            Entries.Enqueue($"{logEvent.RenderMessage(CultureInfo.InvariantCulture)} {logEvent.Exception}");
        }
    }
}
