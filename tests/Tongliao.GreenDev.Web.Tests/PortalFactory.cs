using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tongliao.GreenDev.Application.Setup;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Hosting;

namespace Tongliao.GreenDev.Web.Tests;

/// <summary>The real portal over a database, on a clock that the test moves; limits that only slow tests down are lifted.</summary>
public sealed class PortalFactory(string connection, string folder, TimeProvider time) : WebApplicationFactory<Program>
{
    public int FailedApiPerMinute { get; init; } = 1_000_000;

    /// <summary>For a database that is still to be migrated.</summary>
    public string? OwnerConnection { get; init; }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        builder.ConfigureHostConfiguration(host => host.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:GreenDev"] = connection,
            ["ConnectionStrings:GreenDevOwner"] = OwnerConnection,
            [DataFolder.Key] = folder,
            ["urls"] = "http://127.0.0.1:0",
            ["RateLimits:ApiPerMinute"] = "1000000",
            ["RateLimits:SignInPerMinute"] = "100000",
            ["RateLimits:FailedApiPerMinute"] = FailedApiPerMinute.ToString(CultureInfo.InvariantCulture),
            ["Passwords:HashRounds"] = "10000",
            ["SignIns:RefusalMilliseconds"] = "0",

            // As published: the build's own fallback for new asset files would take every unknown address for a file.
            ["ReloadStaticAssetsAtRuntime"] = "false",
        }));
        return base.CreateHost(builder);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.UseEnvironment("Production").ConfigureTestServices(services =>
            services.AddSingleton(time).AddSingleton(PostgresFixture.Demand).AddLogging(logging => logging.ClearProviders()));
}
