using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Setup;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.EmbeddedPostgres;
using Xunit;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>
/// One private PostgreSQL server for a test process, and a database of its own for whoever asks: a copy of a
/// template that was migrated and given the plan once. Connection strings are of the role that the portal serves with, so that a
/// missing right is found. Declare it as an assembly fixture.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    /// <summary>The moment at which demo data is looked at: the last quarter is over, and reports of it are coming in.</summary>
    public static readonly DateTimeOffset DemoNow = new(2026, 1, 12, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Its server is one for data that ends with the tests: faster, and a portal's own demand would refuse it.</summary>
    public static readonly DurabilityDemand Demand = new("synchronous_commit");

    private const string Template = "greendev_template";
    private const string DemoTemplate = "greendev_demo_template";

    private readonly string folder = PassingFolder.New("gdt");
    private EmbeddedServer? server;
    private readonly Lazy<Task> demo;
    private int count;

    public PostgresFixture() => demo = new Lazy<Task>(SeedDemoAsync);

    public async ValueTask InitializeAsync()
    {
        StatementCounter.Listen();
        server = await EmbeddedServer.StartAsync(
            new EmbeddedServerOptions { DataDirectory = folder, IsPassing = true }, NullLogger.Instance, CancellationToken.None);
        await CreateAsync(Template, "template1");
        await using (var services = ServicesFor(ConnectionTo(Template), TimeProvider.System, OwnerConnectionTo(Template)))
        {
            await services.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A new database with the plan in it and nothing else; returns its connection string.</summary>
    public Task<string> CreateDatabaseAsync() => CopyAsync(Template);

    /// <summary>A new database with another plan in it and nothing else; returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(Plan plan)
    {
        var connection = await CopyAsync(Template);
        await using (var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(OwnerOf(connection)) { Pooling = false }.ConnectionString))
        {
            await using var empty = owner.CreateCommand("TRUNCATE plans, departments, reporting_units CASCADE");
            await empty.ExecuteNonQueryAsync();
        }

        await using var services = ServicesFor(connection, TimeProvider.System);
        return await services.GetRequiredService<PlanStore>().StoreOnceAsync(plan, CancellationToken.None)
            ? connection
            : throw new InvalidOperationException("The database was not empty.");
    }

    /// <summary>A new database with the demo data as of <see cref="DemoNow"/>, which is seeded once; returns its connection string.</summary>
    public async Task<string> CreateDemoDatabaseAsync()
    {
        await demo.Value;
        return await CopyAsync(DemoTemplate);
    }

    /// <summary>The same database for the role that owns its tables.</summary>
    public string OwnerOf(string connectionString) => OwnerConnectionTo(new NpgsqlConnectionStringBuilder(connectionString).Database!);

    /// <summary>The application's services over a database.</summary>
    public static ServiceProvider ServicesFor(string connectionString, TimeProvider time, string? ownerConnectionString = null) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddGreenDevApplication(connectionString, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), ownerConnectionString)
            .AddSingleton(Demand)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> CopyAsync(string template)
    {
        var name = $"t{Interlocked.Increment(ref count)}";
        await CreateAsync(name, template);
        return ConnectionTo(name);
    }

    private async Task SeedDemoAsync()
    {
        await CreateAsync(DemoTemplate, Template);
        await using (var services = ServicesFor(ConnectionTo(DemoTemplate), new FakeTimeProvider(DemoNow)))
        {
            await services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None);
        }

        // A database that somebody is connected to cannot be copied.
        NpgsqlConnection.ClearAllPools();
    }

    private string OwnerConnectionTo(string database) => Describe(server!.OwnerConnectionString, database);

    private string ConnectionTo(string database) => Describe(server!.ConnectionString, database);

    // Every database has a pool of its own: what a finished test leaves idle must go, or the server runs out of places.
    private static string Describe(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Database = database,
            MaxPoolSize = 20,
            ConnectionIdleLifetime = 2,
            ConnectionPruningInterval = 1,
        }.ConnectionString;

    private async Task CreateAsync(string name, string template)
    {
        var owner = new NpgsqlConnectionStringBuilder(server!.OwnerConnectionString).Username;
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(server.AdministratorConnectionString) { Pooling = false }.ConnectionString);

        // Copied as files: through the log, as by itself, a copy takes six times as long.
        await using var command = source.CreateCommand($"CREATE DATABASE {name} OWNER {owner} TEMPLATE {template} STRATEGY FILE_COPY");
        await command.ExecuteNonQueryAsync();
    }
}
