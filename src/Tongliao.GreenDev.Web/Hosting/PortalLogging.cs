using System.Globalization;
using Microsoft.AspNetCore.HttpLogging;
using Serilog;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>Logs to standard error and to a file a day in the data folder; never what a person typed.</summary>
public static class PortalLogging
{
    private const int FilesKept = 31;
    private const long LargestFileBytes = 50 * 1024 * 1024;
    private const string FileTemplate = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {RequestId} {SourceContext} {Message:lj}{NewLine}{Exception}";

    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        // Levels and the console come from the section Serilog; standard output stays free for what the command line prints.
        var logger = new LoggerConfiguration()
            .ReadFrom.Configuration(builder.Configuration)
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
        builder.Logging.ClearProviders().AddSerilog(logger, dispose: true);

        // No query, no header, no body: they carry names and typed text.
        builder.Services.AddHttpLogging(logging => logging.LoggingFields =
            HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration);
    }

    public static void UsePortalRequestLog(this WebApplication app)
    {
        if (app.SettingsOf<WebOptions>().LogRequests)
        {
            app.UseHttpLogging();
        }
    }
}
