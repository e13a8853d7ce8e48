using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Web.Authentication;
using Tongliao.GreenDev.Web.Hosting;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Tests.Hosting;

/// <summary>The portal's pipeline in memory, without database and command line, with a few endpoints to aim at.</summary>
public sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly PortalLogging logging;
    private readonly string folder;

    private TestHost(WebApplication app, PortalLogging logging, ErrorLog errors, string folder)
    {
        this.app = app;
        this.logging = logging;
        this.folder = folder;
        Errors = errors;
        Client = app.GetTestServer().CreateClient();
    }

    public HttpClient Client { get; }

    /// <summary>What was logged as an error.</summary>
    public ErrorLog Errors { get; }

    public IServiceProvider Services => app.Services;

    public static async Task<TestHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("greendev-web-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PortalServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Configuration.AddInMemoryCollection(settings
            .Append((DataFolder.Key, folder))
            .Select(setting => KeyValuePair.Create(setting.Item1, (string?)setting.Item2)));
        var logging = new PortalLogging();
        var errors = new ErrorLog();
        logging.AddTo(builder, isToServe: true, errors);
        builder.AddPortalServer();
        builder.Services.AddPortalSettings();
        builder.Services.AddPortalAuthentication();

        // The menu on the pages that say no asks what a person may do.
        builder.Services.AddAuthorizationBuilder().AddActs();
        builder.Services.AddPortalRateLimits();
        builder.Services.AddPortalProblems();
        builder.Services.AddPortalPages();
        builder.Services.AddHealthChecks();

        // Nothing listens there: the frame of a page must come without a database.
        builder.Services.AddPooledDbContextFactory<GreenDevDbContext>(options => options.UseGreenDevDatabase("Host=127.0.0.1;Port=9"));
        builder.Services.AddSingleton<PlanCatalogue>();
        builder.Services.AddSingleton<PlanChoiceQueries>();
        builder.Services.AddSingleton<WaitingQueries>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new OfficeClock(TimeProvider.System, TimeZoneInfo.Utc));
        builder.Services.AddSingleton<ReportChanges>();
        builder.Services.AddSingleton<WriteTransaction>();
        builder.Services.AddSingleton<AccessAuditService>();
        builder.Services.AddSingleton<LiveTokens>();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UsePortalPipeline();
        app.MapPortalHealth();
        app.MapPortalPages();
        MapTargets(app);
        await app.StartAsync();
        return new TestHost(app, logging, errors, folder);
    }

    /// <summary>A request as a browser sends it for a page.</summary>
    public async Task<HttpResponseMessage> VisitAsync(string address, string? cookie = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return await Client.SendAsync(request);
    }

    public async Task<string> SignInAsync()
    {
        using var response = await Client.GetAsync("/test/sign-in");
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>What stands in the log file by now, a line each.</summary>
    public IReadOnlyList<JsonElement> LogLines()
    {
        // Others, which is the portal, go on writing.
        using var file = new FileStream(Directory.GetFiles(Path.Combine(folder, "logs")).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    /// <summary>As at SIGTERM, before the server is gone.</summary>
    public void StopLifetime() => app.Lifetime.StopApplication();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        logging.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void MapTargets(IEndpointRouteBuilder app)
    {
        app.MapGet("/test/sign-in", static (HttpContext context) => context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "7"), new Claim(ClaimTypes.Role, "clerk")], "test")))).AllowAnonymous();
        app.MapGet("/test/closed", static () => "closed");
        app.MapGet("/test/admin", static () => "admin").RequireAuthorization(static policy => policy.RequireRole("admin"));
        app.MapGet("/test/fault", static string () => throw new InvalidOperationException("the inside")).AllowAnonymous();
        app.MapGet("/api/test/fault", static string () => throw new InvalidOperationException("the inside")).AllowAnonymous();
        app.MapGet("/api/test/closed", static () => "closed");
        app.MapGet("/api/test/limited", static () => "fine").AllowAnonymous().RequireRateLimiting(RateLimitPolicies.Api);
        app.MapMethods("/test/limited", ["GET", "POST"], static () => "fine").AllowAnonymous().RequireRateLimiting(RateLimitPolicies.SignIn);
    }
}
