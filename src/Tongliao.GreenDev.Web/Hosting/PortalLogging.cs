using System.Globalization;
using System.Security.Claims;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Hosting;
using Serilog.Extensions.Logging;
using Serilog.Filters;
using Serilog.Formatting.Compact;
using Tongliao.GreenDev.EmbeddedPostgres;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>
/// Logs readable text to standard error and compact JSON to a file a day in the data folder; never what a person typed, nor whose
/// name it is. It begins before the settings are read and ends after the host, since the own server starts and stops outside it.
/// </summary>
public sealed class PortalLogging : IDisposable
{
    private const int FilesKept = 31;
    private const long LargestFileBytes = 50 * 1024 * 1024;
    private const string ConsoleTemplate = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:lj}{NewLine}{Exception}";

    /// <summary>Where the lines of requests come from.</summary>
    private const string RequestSource = "Serilog.AspNetCore";

    private readonly ReloadableLogger logger = WriteToConsole(new LoggerConfiguration()).CreateBootstrapLogger();
    private readonly SerilogLoggerFactory factory;

    public PortalLogging() => factory = new SerilogLoggerFactory(logger);

    /// <summary>For what runs outside the host. Its loggers follow the settings as soon as these are there.</summary>
    public ILoggerFactory Factory => factory;

    /// <summary>Takes the levels from the section <c>Serilog</c>, adds the file, and gives the host this logging.</summary>
    /// <param name="builder">Of the host.</param>
    /// <param name="isToServe">False for a verb: of the own server, which it joins and leaves, it tells only what is wrong.</param>
    /// <param name="sinks">What else is to hear of everything.</param>
    public void AddTo(WebApplicationBuilder builder, bool isToServe, params ILogEventSink[] sinks)
    {
        logger.Reload(logging =>
        {
            // Standard output stays free for what the command line prints. Requests are for the file, but for those that failed.
            WriteToConsole(logging.ReadFrom.Configuration(builder.Configuration), IsQuietRequest)
                .MinimumLevel.Override(typeof(EmbeddedServer).FullName!, isToServe ? LogEventLevel.Information : LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .WriteTo.File(
                    new RenderedCompactJsonFormatter(),
                    Path.Combine(DataFolder.Find(builder.Configuration), "logs", "greendev-.json"),
                    fileSizeLimitBytes: LargestFileBytes,
                    rollOnFileSizeLimit: true,
                    rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: FilesKept,
                    shared: true);
            return sinks.Aggregate(logging, static (all, sink) => all.WriteTo.Sink(sink));
        });
        logger.Freeze();
        builder.Services.AddSerilog(logger);
    }

    /// <summary>What ended the process, for whoever reads the file the day after.</summary>
    public void Fatal(Exception failure) => logger.Fatal(failure, "The portal ended.");

    public void Dispose()
    {
        factory.Dispose();
        logger.Dispose();
    }

    /// <summary>One line a request: method, path without query, status, duration, and the id of the account with its role.</summary>
    public static void LogRequests(WebApplication app) => app.UseSerilogRequestLogging(requests =>
    {
        // The host's own: otherwise the process's one logger, which is not used here, since a process may hold several hosts.
        requests.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        requests.GetLevel = static (context, _, failure) =>
            failure is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : context.Request.IsAboutHealth() ? LogEventLevel.Debug
            : LogEventLevel.Information;
        requests.EnrichDiagnosticContext = static (line, context) =>
        {
            line.Set("RequestId", context.TraceIdentifier);
            line.Set("UserId", context.User.FindFirstValue(ClaimTypes.NameIdentifier));
            line.Set("Role", context.User.FindFirstValue(ClaimTypes.Role));
        };
    });

    private static LoggerConfiguration WriteToConsole(LoggerConfiguration logging, Func<LogEvent, bool>? isLeftOut = null) =>
        logging.WriteTo.Logger(console => console
            .Filter.ByExcluding(isLeftOut ?? (static _ => false))
            .WriteTo.Console(outputTemplate: ConsoleTemplate, formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: LogEventLevel.Verbose));

    private static bool IsQuietRequest(LogEvent entry) =>
        entry.Level < LogEventLevel.Warning && Matching.FromSource(RequestSource)(entry);
}
