using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;
using Tongliao.GreenDev.Application.Data;

if (args is not [var name, var folder])
{
    Console.Error.WriteLine("usage: Migrations NAME FOLDER");
    return 2;
}

// Scaffolding compares models and never opens this connection.
await using var context = new GreenDevDbContext(
    new DbContextOptionsBuilder<GreenDevDbContext>().UseNpgsql("Host=localhost;Database=design").Options);

var services = new ServiceCollection()
    .AddEntityFrameworkDesignTimeServices()
    .AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // The provider's design services have no public face; this tool alone uses them.
new NpgsqlDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001

await using var provider = services.BuildServiceProvider();
using var scope = provider.CreateScope();
var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
var migration = scaffolder.ScaffoldMigration(name, "Tongliao.GreenDev.Application", "Data.Migrations");
var files = scaffolder.Save(folder, migration, Path.Combine(folder, "Data", "Migrations"));
Console.WriteLine(files.MigrationFile);
Console.WriteLine(files.SnapshotFile);
return 0;
