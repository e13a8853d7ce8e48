using Tongliao.GreenDev.Web.Api;
using Tongliao.GreenDev.Web.Authentication;
using Tongliao.GreenDev.Web.CommandLine;
using Tongliao.GreenDev.Web.Endpoints;
using Tongliao.GreenDev.Web.Hosting;

ChineseCulture.Use();

if (PortalCall.Helps(args, Console.Out))
{
    return (int)ExitCode.Done;
}

if (PortalCall.Read(args, Console.Error) is not { } call)
{
    return (int)ExitCode.Usage;
}

// Until after the host: the own server starts and stops outside it.
using var logging = new PortalLogging();
var builder = WebApplication.CreateBuilder(PortalServer.HostOptions(call.IsToServe ? args : []));
if (!PortalSettings.AreUsable(builder.Configuration, Console.Error))
{
    return (int)ExitCode.Refused;
}

logging.AddTo(builder, call.IsToServe);
builder.AddPortalServer();
builder.Services.AddPortalSettings();
builder.Services.AddPortalAuthentication();
builder.Services.AddPortalRateLimits();
builder.Services.AddPortalProblems();
builder.Services.AddPortalApi();
builder.Services.AddPortalPages();
builder.Services.AddGreenDevAuthentication();

try
{
    await using var database = await PortalDatabase.OpenAsync(builder.Configuration, logging.Factory);
    builder.AddPortalApplication(database);
    await using var app = builder.Build();
    await app.PrepareDatabaseAsync();
    if (!call.IsToServe)
    {
        return (int)await call.RunAsync(app.Services, Console.Error);
    }

    app.UsePortalPipeline();
    app.MapPortalHealth();
    app.MapPortalApi();
    app.MapPortalPages();
    app.MapGreenDevAccount();
    app.MapGreenDevBell();
    app.MapGreenDevPermanent();
    await app.AnnounceAsync(Console.Out);
    await app.RunAsync();
    return (int)ExitCode.Done;
}
catch (Exception failure) when (PortalStart.Explain(failure) is { } explanation)
{
    Console.Error.WriteLine(explanation);
    return (int)ExitCode.Refused;
}
catch (Exception failure) when (failure is not HostAbortedException)
{
    logging.Fatal(failure);
    throw;
}
