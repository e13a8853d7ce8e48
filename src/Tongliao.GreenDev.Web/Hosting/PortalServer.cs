using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Tongliao.GreenDev.Web.Authentication;
using Tongliao.GreenDev.Web.Options;
using Tongliao.GreenDev.Web.Requests;

namespace Tongliao.GreenDev.Web.Hosting;

/// <summary>How the process listens, what it accepts, and how long it takes to stop.</summary>
public static class PortalServer
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>A published program finds its files beside itself, wherever it was started from.</summary>
    public static WebApplicationOptions HostOptions(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null,
    };

    public static void AddPortalServer(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(provider =>
        {
            provider.ValidateOnBuild = true;
            provider.ValidateScopes = true;
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.Services.AddSingleton<RefusedRequests>();
        builder.Services.AddSingleton<ChosenPlan>();
        builder.Services.AddPortalCompression();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<WebOptions>>((kestrel, web) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = web.Value.MaxRequestMegabytes * 1024L * 1024L;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(TrustKnownProxies);
    }

    public static void UsePortalPipeline(this WebApplication app)
    {
        if (app.SettingsOf<ProxyOptions>().HasAny)
        {
            app.UseForwardedHeaders();
        }

        app.Use(WriteAddressesOneWay);
        app.UseSecurityHeaders();
        app.UseKnownHosts();
        if (app.SettingsOf<WebOptions>().BehindTls)
        {
            app.UseWhen(static context => !context.Request.IsHttps && !context.Request.IsAboutHealth(), static plain => plain.Run(SendToHttps));
        }

        PortalLogging.LogRequests(app);
        app.Use(static (context, next) => context.RequestServices.GetRequiredService<RefusedRequests>().RecordAsync(context, next));
        app.UseResponseCompression();
        app.UsePortalProblems();
        app.UseCircuitOrigin();

        // Before authentication, which asks the database.
        app.UseWhen(GreenDevAuthentication.TakesToken, static calls =>
            calls.Use(static (context, next) => context.RequestServices.GetRequiredService<FailedCalls>().AnswerAsync(context, next)));
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(static (context, next) => context.RequestServices.GetRequiredService<ChosenPlan>().ChooseAsync(context, next));
        app.UseRateLimiter();
        app.UseFormCharset();
        app.UseAntiforgery();
    }

    /// <summary>A server that listens for both families calls 10.1.2.3 ::ffff:10.1.2.3; limits and audit know it by one name.</summary>
    private static Task WriteAddressesOneWay(HttpContext context, RequestDelegate next)
    {
        if (context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped)
        {
            context.Connection.RemoteIpAddress = mapped.MapToIPv4();
        }

        return next(context);
    }

    private static Task SendToHttps(HttpContext context)
    {
        var request = context.Request;
        context.Response.Redirect($"https://{request.Host}{request.PathBase}{request.Path}{request.QueryString}", permanent: true, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static void TrustKnownProxies(ForwardedHeadersOptions headers, IOptions<ProxyOptions> proxy)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var address in proxy.Value.KnownProxies)
        {
            headers.KnownProxies.Add(IPAddress.Parse(address));
        }

        foreach (var network in proxy.Value.KnownNetworks)
        {
            headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}
