using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Setup;

/// <summary>What was approved stays in the database, whatever statement is sent to it, by the portal's role or by the owner.</summary>
public sealed class ApprovalGuardTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Value = "(SELECT id FROM reported_values WHERE status = 'Accepted')";

    private string connection = "";
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        connection = await postgres.CreateDatabaseAsync();
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.SaveAsync(office.Clerk);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);
        await office.ApplyAsync(office.Bureau, ReviewStep.Approve);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    public static TheoryData<bool, string> Attacks => new MatrixTheoryData<bool, string>(
        [false, true],
        [
            $"UPDATE reported_values SET numerator = 99 WHERE id = {Value}",
            $"UPDATE reported_values SET numerator = 99, version = version + 1 WHERE id = {Value}",
            $"UPDATE reported_values SET status = 'Draft' WHERE id = {Value}",
            $"DELETE FROM reported_values WHERE id = {Value}",
            "UPDATE value_revisions SET numerator = 99",
            "DELETE FROM value_revisions",
            "TRUNCATE value_revisions",
            "TRUNCATE reported_values CASCADE",

            // With a history made up for it.
            MadeUp("Save", "Accepted") + $"UPDATE reported_values SET numerator = 99, version = version + 1 WHERE id = {Value}",
            MadeUp("Reopen", "Returned") + $"UPDATE reported_values SET numerator = 99, status = 'Returned', version = version + 1 WHERE id = {Value}",
            MadeUp("Correct", "Accepted") + $"UPDATE reported_values SET numerator = 99, version = version + 1 WHERE id = {Value}",
        ]);

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Change_OfWhatWasApproved_IsRefusedToEverybody(bool byOwner, string statement)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(byOwner, statement));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        Assert.Equal((ValueStatus.Accepted, 60m), ((await office.EntryAsync()).Status, (await office.EntryAsync()).Statement.Inputs.Numerator));
    }

    [Fact]
    public async Task Change_ByAReopening_IsDone()
    {
        await office.ApplyAsync(office.Bureau, ReviewStep.Reopen, "台账有遗漏，请更正。");

        Assert.Equal(ValueStatus.Returned, (await office.EntryAsync()).Status);
    }

    [Fact]
    public async Task Change_ByARequestNobodyDecided_IsRefused()
    {
        await office.Get<CorrectionService>().RequestAsync(
            office.Clerk,
            new RequestCorrection(NaimanOffice.Report.Of(NaimanOffice.Led), new ReportedInputs { Numerator = 99, Denominator = 200 }, "台账有遗漏。", "已核对，数据属实。", 4),
            CancellationToken.None);

        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(
            byOwner: false, MadeUp("Correct", "Accepted") + $"UPDATE reported_values SET numerator = 99, version = version + 1 WHERE id = {Value}"));
    }

    [Fact]
    public async Task Change_OfADraft_IsNobodysBusiness()
    {
        await office.SaveAsync(office.Clerk, indicator: 10);

        await RunAsync(byOwner: true, "UPDATE reported_values SET numerator = 61 WHERE status = 'Draft'");
    }

    /// <summary>A revision that nobody's act stands behind.</summary>
    private static string MadeUp(string kind, string status) =>
        $"""
        INSERT INTO value_revisions (value_id, version, operation_id, kind, by_id, by_name, way, at, status, explanations, numerator, denominator)
        SELECT id, version + 1, gen_random_uuid(), '{kind}', (SELECT by_id FROM value_revisions LIMIT 1), '某人', 'Screen', now(), '{status}', '[]', 99, denominator
        FROM reported_values WHERE status = 'Accepted';

        """;

    private async Task RunAsync(bool byOwner, string statement)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(byOwner ? postgres.OwnerOf(connection) : connection) { Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
