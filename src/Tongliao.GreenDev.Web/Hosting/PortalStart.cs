using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Notices;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Setup;
using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Application.TaskProgress;
using Tongliao.GreenDev.Application.Timeliness;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.EmbeddedPostgres;
using Tongliao.GreenDev.Web.Options;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>What happens between building the host and serving the first request.</summary>
public static class PortalStart
{
    private const string AdministratorPasswordKey = "GREENDEV_ADMIN_PASSWORD";

    public static void AddPortalApplication(this WebApplicationBuilder builder, PortalDatabase database)
    {
        var zone = builder.Configuration.GetSection(OfficeOptions.Section).Get<OfficeOptions>() ?? new OfficeOptions();
        builder.Services.AddGreenDevApplication(
            database.ConnectionString, TimeZoneInfo.FindSystemTimeZoneById(zone.TimeZone), database.OwnerConnectionString);
        builder.Services.AddHostedService<LastChanges>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<ChangeDispatcher>());
        builder.Services.AddHostedService(static services => services.GetRequiredService<ReminderSchedule>());
        builder.Services.AddHostedService(static services => services.GetRequiredService<TaskReminderSchedule>());
        builder.Services.AddHostedService(static services => services.GetRequiredService<RectificationSchedule>());
        builder.Services.AddHostedService(static services => services.GetRequiredService<PeriodClockwork>());
        builder.Services.AddHostedService(static services => services.GetRequiredService<MessageClockwork>());
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [PortalHealth.ReadyTag], timeout: TimeSpan.FromSeconds(3));
    }

    /// <summary>Migrates and loads the plan.</summary>
    public static Task PrepareDatabaseAsync(this WebApplication app) =>
        app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);

    /// <summary>Makes the first administrator, and prints address and accounts once the portal answers.</summary>
    public static async Task AnnounceAsync(this WebApplication app, TextWriter output)
    {
        var demo = await app.Services.GetRequiredService<DemoQueries>().SignInsAsync(CancellationToken.None);
        if (demo.Count == 0 && await app.EnsureFirstAdministratorAsync() is { } administrator)
        {
            // At once: whatever keeps the portal from listening, the password is known from now on.
            PrintAdministrator(administrator, isConfigured: !string.IsNullOrEmpty(app.Configuration[AdministratorPasswordKey]), output);
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            output.WriteLine($"平台已启动：{string.Join(' ', app.Urls)}");
            if (demo.Count > 0)
            {
                PrintDemo(demo, output);
            }
        });
    }

    /// <summary>A failure that the operator can mend, told in one sentence instead of a stack trace.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        EmbeddedServerException or UnsafeDatabaseException or RefusalException => failure.Message,
        PostgresException refused => $"数据库拒绝了连接或操作（{refused.SqlState}：{refused.MessageText}）。请核对 ConnectionStrings__GreenDev 和 ConnectionStrings__GreenDevOwner 的用户、密码和权限。",
        NpgsqlException => "连接不上数据库。请确认数据库已启动，并核对 ConnectionStrings__GreenDev。",
        Microsoft.EntityFrameworkCore.Storage.RetryLimitExceededException { InnerException: { } inner } => Explain(inner),
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } =>
            "端口已被占用。请停止占用端口的程序，或用 ASPNETCORE_URLS 改用其他端口，例如 http://127.0.0.1:5081。",
        _ => null,
    };

    private static async Task<CreatedUser?> EnsureFirstAdministratorAsync(this WebApplication app)
    {
        try
        {
            var configured = app.Configuration[AdministratorPasswordKey];
            return await app.Services.GetRequiredService<FirstAdministratorService>()
                .EnsureAsync(string.IsNullOrEmpty(configured) ? null : configured, CancellationToken.None);
        }
        catch (RefusalException refusal) when (refusal.Errors.Any(fault => fault.Field == "password"))
        {
            throw RefusalException.Invalid(refusal.Code, $"环境变量 {AdministratorPasswordKey} 的密码不能用：{refusal.Message}");
        }
    }

    private static void PrintAdministrator(CreatedUser administrator, bool isConfigured, TextWriter output)
    {
        var password = isConfigured
            ? $"密码为 {AdministratorPasswordKey} 所设"
            : $"一次性密码 {administrator.OneTimePassword}（首次登录之前，每次启动都会重新生成，以最新显示的为准）";
        output.WriteLine($"系统管理员：{administrator.LoginName}，{password}，首次登录须修改。");
    }

    private static void PrintDemo(IReadOnlyList<DemoSignIn> demo, TextWriter output)
    {
        output.WriteLine("库中为演示数据，演示账号如下，密码均为 " + DemoUsers.Password);
        foreach (var account in demo)
        {
            output.WriteLine($"  {account.LoginName,-12}{account.OfficeName}");
        }
    }

    private sealed class DatabaseCheck(DatabasePreparation preparation) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await preparation.IsReadyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
