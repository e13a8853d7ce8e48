using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Benchmarks;

/// <summary>The application over demo data on a real, durable server of its own.</summary>
internal sealed class BenchmarkPortal : IAsyncDisposable
{
    private readonly PostgresFixture postgres;
    private readonly ServiceProvider services;

    private BenchmarkPortal(PostgresFixture postgres, ServiceProvider services, string connectionString, StatementCounter statements)
    {
        this.postgres = postgres;
        this.services = services;
        Statements = statements;
        Bare = new BareContext(connectionString);
    }

    /// <summary>EF Core without anything of the portal's: the lower bound of this stack.</summary>
    public BareContext Bare { get; }

    public StatementCounter Statements { get; }

    public static async Task<BenchmarkPortal> StartAsync()
    {
        var postgres = new PostgresFixture();
        await postgres.InitializeAsync();
        var connectionString = await postgres.CreateDatabaseAsync();
        var statements = new StatementCounter(connectionString);
        var services = PostgresFixture.ServicesFor(connectionString, TimeProvider.System);
        await services.GetRequiredService<DemoSeeder>().SeedOnceAsync(CancellationToken.None);
        return new BenchmarkPortal(postgres, services, connectionString, statements);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<Caller> CallerAsync(string userName)
    {
        await using var db = await Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return new Caller(await db.Users.Where(user => user.UserName == userName).Select(user => user.Id).SingleAsync(), "127.0.0.1");
    }

    public async ValueTask DisposeAsync()
    {
        Statements.Dispose();
        await services.DisposeAsync();
        await postgres.DisposeAsync();
    }
}

/// <summary>Contexts over the same tables.</summary>
internal sealed class BareContext(string connectionString)
{
    private readonly DbContextOptions<GreenDevDbContext> options =
        new DbContextOptionsBuilder<GreenDevDbContext>().UseGreenDevDatabase(connectionString).Options;

    public GreenDevDbContext Create() => new(options);
}
