using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tongliao.GreenDev.Application.Calendar;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Plans;

namespace Tongliao.GreenDev.Application.Setup;

/// <summary>Brings a database to where the portal can work: settings checked, migrated, rights given, plan loaded.</summary>
public sealed class DatabasePreparation(
    IDbContextFactory<GreenDevDbContext> contexts, OwnerConnection owner, DurabilityDemand durability, PlanStore plans, CheckRuleStore checks, CalendarStore calendar)
{
    /// <summary>Applies migrations as the owner, and loads the built-in plan into an empty database, and the check rules and holidays of this release.</summary>
    /// <exception cref="UnsafeDatabaseException">The server may lose what it has confirmed.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await RefuseLossyServerAsync(db, cancellationToken);
            await MigrateAsync(db, cancellationToken);
        }

        await plans.StoreOnceAsync(PlanFile.LoadBuiltIn(), cancellationToken);
        await checks.BringUpToDateAsync(cancellationToken);
        await calendar.BringUpToDateAsync(cancellationToken);

        // Types and statements prepared against the empty database are of no use any more.
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>Whether the database answers and has every migration; what “ready” means.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
    }

    /// <summary>Without an owner of their own the tables are left alone unless something is missing: a role that may not migrate can serve.</summary>
    private async Task MigrateAsync(GreenDevDbContext serving, CancellationToken cancellationToken)
    {
        if (owner.ConnectionString is { } connectionString)
        {
            await using var db = new GreenDevDbContext(new DbContextOptionsBuilder<GreenDevDbContext>().UseGreenDevDatabase(connectionString).Options);
            await db.Database.MigrateAsync(cancellationToken);
            await PutUpTriggersAsync(db, cancellationToken);
            await GrantAsync(db, await RoleOfAsync(serving, cancellationToken), cancellationToken);
        }
        else if ((await serving.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await serving.Database.MigrateAsync(cancellationToken);
            await PutUpTriggersAsync(serving, cancellationToken);
        }
    }

    private static async Task PutUpTriggersAsync(GreenDevDbContext owner, CancellationToken cancellationToken)
    {
        await LockGuard.PutUpAsync(owner, cancellationToken);
        await ApprovalGuard.PutUpAsync(owner, cancellationToken);
        await EvidenceGuard.PutUpAsync(owner, cancellationToken);
        await TaskReportGuard.PutUpAsync(owner, cancellationToken);
        await SharedNumberGuard.PutUpAsync(owner, cancellationToken);
        await OutboxSignal.PutUpAsync(owner, cancellationToken);
    }

    /// <summary>A role that is the owner itself has every right, and keeps it.</summary>
    private static async Task GrantAsync(GreenDevDbContext db, string servingRole, CancellationToken cancellationToken)
    {
        if (servingRole != await RoleOfAsync(db, cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await RuntimeGrants.ApplyAsync(db, servingRole, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static Task<string> RoleOfAsync(GreenDevDbContext db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<string>($"SELECT current_user::text AS \"Value\"").SingleAsync(cancellationToken);

    private async Task RefuseLossyServerAsync(GreenDevDbContext db, CancellationToken cancellationToken)
    {
        foreach (var setting in durability.Settings)
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
