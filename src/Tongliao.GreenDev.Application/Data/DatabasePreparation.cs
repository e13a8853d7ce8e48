using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tongliao.GreenDev.Application.Data.PlanData;

namespace Tongliao.GreenDev.Application.Data;

/// <summary>A database server that the portal does not entrust reports to.</summary>
public sealed class UnsafeDatabaseException(string message) : Exception(message);

/// <summary>Brings a database to where the portal can work: settings checked, migrated, plan loaded.</summary>
public sealed class DatabasePreparation(IDbContextFactory<GreenDevDbContext> contexts, PlanStore plans)
{
    private static readonly string[] DurabilitySettings = ["fsync", "full_page_writes", "synchronous_commit"];

    /// <summary>Applies migrations and loads the built-in plan into an empty database.</summary>
    /// <exception cref="UnsafeDatabaseException">The server may lose what it has confirmed.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await RefuseLossyServerAsync(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await plans.StoreOnceAsync(PlanFile.LoadBuiltIn(), cancellationToken);

        // Types and statements prepared against the empty database are of no use any more.
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Whether the database answers and has every migration; what “ready” means.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    private static async Task RefuseLossyServerAsync(GreenDevDbContext db, CancellationToken cancellationToken)
    {
        foreach (var setting in DurabilitySettings)
        {
            var value = await db.Database.SqlQuery<string>($"SELECT current_setting({setting}) AS \"Value\"").SingleAsync(cancellationToken);
            if (value == "off")
            {
                throw new UnsafeDatabaseException(
                    $"数据库服务器的 {setting} 设置为 off，断电时会丢失已保存的数据。请将 {setting} 改为 on 后重新启动数据库和本平台。");
            }
        }
    }
}
