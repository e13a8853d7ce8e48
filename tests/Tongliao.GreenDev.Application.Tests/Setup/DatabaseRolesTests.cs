using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Setup;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Setup;

/// <summary>What the database itself refuses the role that the portal serves with.</summary>
public sealed class DatabaseRolesTests(PostgresFixture postgres)
{
    private static readonly string[] AppendOnly =
        ["audit_events", "period_standings", "value_revisions", "value_openings", "county_review_orders", "extensions", "corrections", "correction_decisions", "releases", "evidence_files", "evidence_removals", "evidence_contents", "baselines", "baseline_filings", "baseline_filing_decisions", "unit_targets", "indicator_amendments", "accepted_deviations", "answered_questions", "check_rules", "city_figures", "calendar_days", "reminders", "rectification_arrangements", "rectification_openings", "task_reports", "task_report_versions", "commitment_records", "exported_files", "bulletin_versions", "bulletin_editions", "bulletin_files", "indicators", "indicator_targets"];

    [Theory]
    [InlineData("UPDATE audit_events SET succeeded = true")]
    [InlineData("DELETE FROM audit_events")]
    [InlineData("TRUNCATE audit_events")]
    [InlineData("UPDATE value_revisions SET note = NULL")]
    [InlineData("DELETE FROM value_revisions")]
    [InlineData("TRUNCATE value_revisions CASCADE")]
    [InlineData("UPDATE period_standings SET due_on = NULL")]
    [InlineData("DELETE FROM period_standings")]
    [InlineData("UPDATE unit_targets SET value = 0")]
    [InlineData("DELETE FROM unit_targets")]
    [InlineData("UPDATE baselines SET amount = 0")]
    [InlineData("DELETE FROM baselines")]
    [InlineData("UPDATE baseline_filings SET ground = '改写'")]
    [InlineData("DELETE FROM baseline_filing_decisions")]
    [InlineData("UPDATE indicator_amendments SET change = '{}'")]
    [InlineData("UPDATE accepted_deviations SET until = '2030-01-01'")]
    [InlineData("DELETE FROM accepted_deviations")]
    [InlineData("UPDATE answered_questions SET words = '改写'")]
    [InlineData("DELETE FROM answered_questions")]
    [InlineData("DELETE FROM indicator_amendments")]
    [InlineData("UPDATE check_rules SET wording = '改写'")]
    [InlineData("DELETE FROM check_rules")]
    [InlineData("UPDATE city_figures SET value = 0")]
    [InlineData("UPDATE calendar_days SET kind = 'Working'")]
    [InlineData("DELETE FROM calendar_days")]
    [InlineData("UPDATE reminders SET text = '改写'")]
    [InlineData("DELETE FROM reminders")]
    [InlineData("UPDATE extensions SET until = '2030-01-01'")]
    [InlineData("DELETE FROM extensions")]
    [InlineData("UPDATE rectification_arrangements SET owner = '改写'")]
    [InlineData("DELETE FROM rectification_openings")]
    [InlineData("UPDATE task_report_versions SET done = '改写'")]
    [InlineData("DELETE FROM task_reports")]
    [InlineData("UPDATE commitment_records SET reason = '改写'")]
    [InlineData("UPDATE exported_files SET facts = ''")]
    [InlineData("DELETE FROM exported_files")]
    [InlineData("UPDATE bulletin_versions SET text = '改写'")]
    [InlineData("UPDATE bulletin_editions SET title = '改写'")]
    [InlineData("DELETE FROM bulletin_editions")]
    [InlineData("UPDATE bulletin_files SET content = ''")]
    [InlineData("DELETE FROM evidence_files")]
    [InlineData("DELETE FROM evidence_removals")]
    [InlineData("UPDATE evidence_contents SET content = ''")]
    [InlineData("DELETE FROM evidence_contents")]
    [InlineData("UPDATE indicators SET tolerance = 0")]
    [InlineData("UPDATE indicator_targets SET value = 0")]
    [InlineData("UPDATE outbox SET kind = 'Approve'")]
    [InlineData("TRUNCATE outbox")]
    [InlineData("ALTER TABLE outbox DISABLE TRIGGER signal")]
    [InlineData("DROP TRIGGER locked_period ON reporting_periods")]
    [InlineData("ALTER TABLE reporting_periods DISABLE TRIGGER locked_period")]
    [InlineData("TRUNCATE users CASCADE")]
    [InlineData("DROP TABLE audit_events")]
    [InlineData("ALTER TABLE audit_events DISABLE TRIGGER ALL")]
    [InlineData("ALTER TABLE reported_values ADD COLUMN planted text")]
    [InlineData("CREATE TABLE planted (n int)")]
    [InlineData("CREATE RULE planted AS ON INSERT TO audit_events DO INSTEAD NOTHING")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    [InlineData("SET ROLE greendev_owner")]
    [InlineData("SET ROLE greendev")]
    [InlineData("SET SESSION AUTHORIZATION greendev_owner")]
    [InlineData("ALTER ROLE CURRENT_USER SUPERUSER")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("COPY audit_events TO PROGRAM 'cat'")]
    public async Task PortalRole_WhatItMayNotDo_IsRefusedByTheDatabase(string statement)
    {
        await using var source = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await using var command = source.CreateCommand(statement);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task PortalRole_EveryTableOfTheModel_HasTheRightsItNeeds()
    {
        var connection = await postgres.CreateDatabaseAsync();
        await using var services = PostgresFixture.ServicesFor(connection, TimeProvider.System);
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        await using var source = NpgsqlDataSource.Create(connection);

        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            var rights = AppendOnly.Contains(table) ? "SELECT, INSERT" : table == "outbox" ? "SELECT, INSERT, DELETE" : "SELECT, INSERT, UPDATE, DELETE";
            foreach (var right in rights.Split(", "))
            {
                await using var command = source.CreateCommand($"SELECT has_table_privilege('{table}', '{right}')");
                Assert.True((bool)(await command.ExecuteScalarAsync())!, $"{right} on {table}");
            }
        }
    }

    [Theory]
    [InlineData("UPDATE reporting_periods SET state = 'Open' WHERE quarter = '2024Q1'")]
    [InlineData("UPDATE reporting_periods SET locked_at = now() WHERE quarter = '2024Q1'")]
    [InlineData("DELETE FROM reporting_periods WHERE quarter = '2024Q1'")]
    public async Task PortalRole_LockedPeriod_CannotBeChangedAnyMore(string statement)
    {
        await using var source = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync());
        await using var change = source.CreateCommand("UPDATE reporting_periods SET state = 'Locked', locked_at = now() WHERE quarter IN ('2024Q1', '2024Q2')");
        Assert.Equal(2, await change.ExecuteNonQueryAsync());

        change.CommandText = statement;
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => change.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Prepare_AfterAMigrationAddedATable_GivesItsRights()
    {
        var connection = await postgres.CreateDatabaseAsync();
        await using (var owner = NpgsqlDataSource.Create(postgres.OwnerOf(connection)))
        {
            await using var migrate = owner.CreateCommand("CREATE TABLE added_later (n int)");
            await migrate.ExecuteNonQueryAsync();
        }

        await using var source = NpgsqlDataSource.Create(connection);
        await using var insert = source.CreateCommand("INSERT INTO added_later VALUES (1)");
        await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync());
        await using var services = PostgresFixture.ServicesFor(connection, TimeProvider.System, postgres.OwnerOf(connection));

        // As two processes that start at once.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => services.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None)));

        Assert.Equal(1, await insert.ExecuteNonQueryAsync());
    }

    [Fact]
    public async Task Prepare_OneRoleForAll_MigratesAndKeepsItsRights()
    {
        var owner = postgres.OwnerOf(await postgres.CreateDatabaseAsync());
        await using (var source = NpgsqlDataSource.Create(owner))
        {
            await using var empty = source.CreateCommand("DROP OWNED BY CURRENT_USER CASCADE");
            await empty.ExecuteNonQueryAsync();
        }

        await using var services = PostgresFixture.ServicesFor(owner, TimeProvider.System);
        var preparation = services.GetRequiredService<DatabasePreparation>();
        Assert.False(await preparation.IsReadyAsync(CancellationToken.None));
        await preparation.PrepareAsync(CancellationToken.None);
        await preparation.PrepareAsync(CancellationToken.None);

        Assert.True(await preparation.IsReadyAsync(CancellationToken.None));
    }
}
