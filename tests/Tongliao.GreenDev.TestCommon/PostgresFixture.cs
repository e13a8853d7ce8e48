using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Data.PlanData;
using Xunit;

namespace Tongliao.GreenDev.TestCommon;

/// <summary>
/// One private PostgreSQL server for a test process, and a database of its own for whoever asks: a copy of a
/// template that was migrated and given the plan once. Declare it as an assembly fixture.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string Template = "greendev_template";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gdt-{Guid.CreateVersion7():N}");
    private EmbeddedPostgres? server;
    private int count;

    public async ValueTask InitializeAsync()
    {
        StatementCounter.Listen();
        server = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, CancellationToken.None);
        await ExecuteAsync($"CREATE DATABASE {Template}");
        await using (var services = ServicesFor(ConnectionTo(Template), TimeProvider.System))
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
            await db.Database.MigrateAsync();
            await services.GetRequiredService<PlanStore>().StoreOnceAsync(PlanFile.LoadBuiltIn(), CancellationToken.None);
        }

        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A new database with the plan in it and nothing else; returns its connection string.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Interlocked.Increment(ref count)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return ConnectionTo(name);
    }

    /// <summary>A new, empty database without any table.</summary>
    public async Task<string> CreateEmptyDatabaseAsync()
    {
        var name = $"e{Interlocked.Increment(ref count)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionTo(name);
    }

    /// <summary>The application's services over a database.</summary>
    public static ServiceProvider ServicesFor(string connectionString, TimeProvider time) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(time)
            .AddGreenDevApplication(connectionString, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"))
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

    // Every database has a pool of its own: what a finished test leaves idle must go, or the server runs out of places.
    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(server!.ConnectionString)
        {
            Database = database,
            MaxPoolSize = 20,
            ConnectionIdleLifetime = 2,
            ConnectionPruningInterval = 1,
        }.ConnectionString;

    private async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(server!.ConnectionString) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
