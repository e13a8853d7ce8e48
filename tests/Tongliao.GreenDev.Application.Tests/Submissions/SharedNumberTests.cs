using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Submissions;

/// <summary>What is one fact is one number in every value of a report: typed in one, changed in all, and never two.</summary>
public sealed class SharedNumberTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const int Permeable = 1;
    private const int Roads = 4;
    private const int Sewage = 2;
    private const int Rubbish = 3;

    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDatabaseAsync();
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        office = new NaimanOffice(services);
        await office.StaffAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Save_SharedNumber_StandsInEveryValueWithOneRevisionEach()
    {
        var outcome = await SaveAsync(Permeable, 5, 20.24m);

        Assert.Equal(1, outcome.Require().Version);
        Assert.Equal((Roads, 1, ValueStatus.Draft), outcome.Carried.Select(c => (c.IndicatorNumber, c.Saved.Version, c.Saved.Status)).Single());
        var roads = await office.EntryAsync(Roads);
        Assert.Equal((null, 20.24m, 1, ValueStatus.Draft), (roads.Statement.Inputs.Numerator, roads.Statement.Inputs.Denominator, roads.Version, roads.Status));
        var revision = Assert.Single(await HistoryAsync(Roads));
        Assert.Equal((RevisionKind.Share, "随第1项修改。"), (revision.Kind, revision.Reason));
        Assert.Equal(RevisionKind.Save, Assert.Single(await HistoryAsync(Permeable)).Kind);
        await using var db = await ContextAsync();
        Assert.Equal(
            [(AuditKinds.ValueSaved, true), (AuditKinds.ValueShared, false)],
            (await db.AuditEvents.OrderBy(audit => audit.Id).Where(audit => audit.Subject.StartsWith("value")).ToListAsync()).Select(audit => (audit.Kind, audit.OperationId is not null)));
    }

    [Fact]
    public async Task Save_OtherFieldOnly_ChangesNoOtherValue()
    {
        await SaveAsync(Permeable, 5, 20.24m);

        var outcome = await SaveAsync(Permeable, 6, 20.24m, version: 1);

        Assert.Empty(outcome.Carried);
        Assert.Equal(1, (await office.EntryAsync(Roads)).Version);
    }

    [Fact]
    public async Task Save_VersionFromBeforeTheSharedChange_IsStoredWhenTheNumberIsTheSame()
    {
        await SaveAsync(Permeable, 5, 20.24m);

        var same = await SaveAsync(Roads, 160, 20.24m, version: 0);
        Assert.Equal(2, same.Require().Version);

        await SaveAsync(Permeable, 5, 21, version: 1);
        var other = await SaveAsync(Roads, 161, 20.24m, version: 2);
        Assert.Equal(RefusalCodes.StaleVersion, other.Refusal?.Code);
        Assert.Equal(21, ((CurrentValue)other.Refusal!.Current!).Statement.Inputs.Denominator);
    }

    [Fact]
    public async Task SaveAll_TwoNumbersForOneFact_RefusesBothAtTheirFields()
    {
        var outcomes = await SaveAllAsync(Of(Permeable, 5, 20.24m), Of(Roads, 160, 20.42m), Of(Sewage, 60, 200));

        Assert.All(outcomes.Take(2), outcome =>
        {
            var fault = Assert.Single(outcome.Refusal!.Errors);
            Assert.Equal("inputs.denominator", fault.Field);
            Assert.Equal("“建成区面积”是第1、4项共用的同一个数，这次给出的数不同（20.24、20.42），请改成同一个数后再保存。", fault.Message);
        });
        Assert.Equal(1, outcomes[2].Require().Version);
    }

    [Fact]
    public async Task SaveAll_SameNumber_StoresEachOnce()
    {
        var outcomes = await SaveAllAsync(Of(Permeable, 5, 20.24m), Of(Roads, 160, 20.24m));

        Assert.All(outcomes, outcome => Assert.Equal((1, 0), (outcome.Require().Version, outcome.Carried.Count)));
        Assert.Equal(RevisionKind.Save, Assert.Single(await HistoryAsync(Roads)).Kind);
    }

    [Fact]
    public async Task Save_OtherValueUnderReview_IsRefusedAndSaysWhatToDo()
    {
        await SaveAllAsync(Of(Permeable, 7, 20.24m), Of(Roads, 160, 20.24m));
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, reason: null, Roads);

        var outcome = await SaveAsync(Permeable, 7, 21, version: 1);

        Assert.Equal(RefusalCodes.UnderReview, outcome.Refusal?.Code);
        Assert.Equal("“建成区面积”与第4项共用，第4项待县级审核，这里不能单独修改；需要修改的，请先将第4项撤回或请审核人退回。", outcome.Refusal!.Message);
        Assert.Equal(1, (await SaveAsync(Permeable, 8, 20.24m, version: 1)).Require().Version - 1);
    }

    [Fact]
    public async Task Save_OtherValueWouldNotFit_IsRefusedAtTheField()
    {
        await SaveAllAsync(Of(Sewage, 150, 200), Of(Rubbish, 60, 200));

        var outcome = await SaveAsync(Rubbish, 60, 100, version: 1);

        Assert.Equal("inputs.denominator", Assert.Single(outcome.Refusal!.Errors).Field);
        Assert.Contains("与第2项共用，改后第2项将有错", outcome.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(200, (await office.EntryAsync(Sewage)).Statement.Inputs.Denominator);
        Assert.All(await SaveAllAsync(Of(Rubbish, 60, 100, 1), Of(Sewage, 90, 100, 1)), stored => Assert.Equal(2, stored.Require().Version));
    }

    [Fact]
    public async Task SaveAll_OneRefused_LeavesTheOtherAloneWithItsNumber()
    {
        await SaveAllAsync(Of(Sewage, 150, 200), Of(Rubbish, 60, 200));

        var outcomes = await SaveAllAsync(Of(Rubbish, 60, 100, 1), Of(Sewage, 90, 100, version: 0));

        Assert.Equal([RefusalCodes.InvalidValue, RefusalCodes.StaleVersion], outcomes.Select(outcome => outcome.Refusal?.Code));
    }

    [Fact]
    public async Task Save_OtherValueNotApplicable_IsLeftAlone()
    {
        var saved = await office.Get<DraftService>().SaveAsync(
            office.Clerk, new SaveValue(NaimanOffice.Report.Of(Rubbish), new Statement { NotApplicableReason = "本地区没有农村牧区。" }, 0, Guid.CreateVersion7()), CancellationToken.None);

        var outcome = await SaveAsync(Sewage, 60, 200);

        Assert.Empty(outcome.Carried);
        Assert.Equal(saved.Version, (await office.EntryAsync(Rubbish)).Version);
    }

    [Fact]
    public async Task Save_OtherValueReturned_KeepsItReturned()
    {
        await SaveAllAsync(Of(Permeable, 7, 20.24m), Of(Roads, 160, 20.24m));
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, reason: null, Roads);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "道路长度与台账不一致，请核对。", Roads);

        await SaveAsync(Permeable, 7, 21, version: 1);

        var roads = await office.EntryAsync(Roads);
        Assert.Equal((ValueStatus.Returned, 21m), (roads.Status, roads.Statement.Inputs.Denominator));
    }

    [Fact]
    public async Task Database_TwoNumbersForOneFact_RefusesTheCommit()
    {
        await SaveAllAsync(Of(Permeable, 5, 20.24m), Of(Roads, 160, 20.24m));
        await using var db = await ContextAsync();
        var roads = (await db.Plans.OrderBy(plan => plan.Id).Take(1).Join(db.Indicators, _ => 1, _ => 1, (_, indicator) => indicator).Where(indicator => indicator.Number == Roads).SingleAsync()).Id;

        var refused = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(
            $"UPDATE reported_values SET denominator = 21 WHERE indicator_id = {roads} AND denominator = 20.24"));

        Assert.Equal((PostgresErrorCodes.CheckViolation, true), (refused.SqlState, refused.MessageText.Contains("builtUpArea", StringComparison.Ordinal)));
        Assert.Equal(2, await db.Database.ExecuteSqlAsync($"UPDATE reported_values SET denominator = 21 WHERE denominator = 20.24"));
    }

    private static SaveValue Of(int number, decimal numerator, decimal? denominator, int version = 0) => new(
        NaimanOffice.Report.Of(number),
        new Statement { Inputs = new ReportedInputs { Numerator = numerator, Denominator = denominator }, Note = "数据属实。" },
        version,
        Guid.CreateVersion7()) { NoteAnswers = true };

    private async Task<SaveOutcome> SaveAsync(int number, decimal numerator, decimal? denominator, int version = 0) =>
        (await SaveAllAsync(Of(number, numerator, denominator, version)))[0];

    private Task<IReadOnlyList<SaveOutcome>> SaveAllAsync(params SaveValue[] saves) =>
        office.Get<DraftService>().SaveAllAsync(office.Clerk, saves, CancellationToken.None);

    private Task<IReadOnlyList<ValueRevision>> HistoryAsync(int number) =>
        office.Get<ReportQueries>().HistoryAsync(office.Clerk, NaimanOffice.Report.Of(number), CancellationToken.None);

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
