using System.Globalization;
using Microsoft.AspNetCore.HttpLogging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Tongliao.GreenDev.EmbeddedPostgres;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Logs to standard error and to a file a day in the data folder; never what a person typed.</summary>
public static class PortalLogging
{
    private const int FilesKept = 31;
    private const long LargestFileBytes = 50 * 1024 * 1024;
    private const string FileTemplate = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {RequestId} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <param name="builder">Gets the logging.</param>
    /// <param name="isToServe">False for a verb: of the own server, which it joins and leaves, it tells only what is wrong.</param>
    /// <returns>The logging, to be disposed of after the host.</returns>
    public static ILoggerFactory AddPortalLogging(this WebApplicationBuilder builder, bool isToServe)
    {
        // Levels and the console come from the section Serilog; standard output stays free for what the command line prints.
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
            .MinimumLevel.Override(typeof(EmbeddedServer).FullName!, isToServe ? LogEventLevel.Information : LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .WriteTo.File(
                Path.Combine(DataFolder.Find(builder.Configuration), "logs", "greendev-.log"),
                outputTemplate: FileTemplate,
                formatProvider: CultureInfo.InvariantCulture,
                fileSizeLimitBytes: LargestFileBytes,
                rollOnFileSizeLimit: true,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: FilesKept,
                shared: true)
            .CreateLogger();
        builder.Logging.ClearProviders().AddSerilog(logger);

        // No query, no header, no body: they carry names and typed text.
        builder.Services.AddHttpLogging(logging => logging.LoggingFields =
            HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration);
        return new SerilogLoggerFactory(logger, dispose: true);
    }

    public static void UsePortalRequestLog(this WebApplication app)
    {
        if (app.SettingsOf<WebOptions>().LogRequests)
        {
            app.UseHttpLogging();
        }
    }
}
