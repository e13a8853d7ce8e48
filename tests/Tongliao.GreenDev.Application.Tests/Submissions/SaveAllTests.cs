using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Submissions;

/// <summary>A paste of many rows: every good one is stored, every bad one is told, and the database is asked no oftener than for one.</summary>
public sealed class SaveAllTests(PostgresFixture postgres) : IAsyncLifetime
{
    private StatementCounter counter = null!;
    private ServiceProvider services = null!;
    private NaimanOffice office = null!;
    private IReadOnlyList<int> numbers = [];

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDatabaseAsync();
        counter = new StatementCounter(connection);
        services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        office = new NaimanOffice(services);
        await office.StaffAsync();
        numbers = [.. (await office.Get<PlanCatalogue>().FirstAsync(CancellationToken.None)).Plan.Indicators.Select(indicator => indicator.Number)];
    }

    public async ValueTask DisposeAsync()
    {
        counter.Dispose();
        await services.DisposeAsync();
    }

    [Fact]
    public async Task SaveAll_WholeAnnex_TakesAsManyStatementsAsOneValue()
    {
        var saves = await OrdinaryAsync(numbers);
        var (first, second) = (saves.Single(save => save.Key.IndicatorNumber == 6), saves.Single(save => save.Key.IndicatorNumber == 9));
        await SaveAllAsync(first);

        var one = await counter.DuringAsync(() => SaveAllAsync(second));
        var rest = await counter.DuringAsync(() => SaveAllAsync([.. saves.Except([first, second])]));

        Assert.Equal((5, 5), (one, rest));
        await using var db = await ContextAsync();
        Assert.Equal(numbers.Count, await db.Values.CountAsync(value => value.Status == ValueStatus.Draft));
        Assert.Equal(
            (numbers.Count, numbers.Count),
            (await db.Revisions.CountAsync(), await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.ValueSaved && audit.OperationId != null)));
        Assert.Equal(3, await db.Outbox.CountAsync(entry => entry.Kind == RevisionKind.Save));
    }

    [Fact]
    public async Task SaveAll_WholeAnnexExplainedOrContested_TakesOneStatementMoreForAll()
    {
        var saves = (await OrdinaryAsync(numbers)).Select(save => save with { NoteAnswers = true, Statement = save.Statement with { Note = "数据属实。" } }).ToArray();
        var first = saves.Single(save => save.Key.IndicatorNumber == 6);
        await SaveAllAsync(first);

        Assert.Equal(6, await counter.DuringAsync(() => SaveAllAsync([.. saves.Except([first])])));

        var stale = saves.Select(save => save with { OperationId = Guid.CreateVersion7() }).ToArray();
        Assert.Equal(5, await counter.DuringAsync(async () =>
            Assert.All(await SaveAllAsync(stale), outcome => Assert.Equal(RefusalCodes.StaleVersion, outcome.Refusal?.Code))));
    }

    [Fact]
    public async Task SaveAll_SomeRefused_StoresTheOthersAndTellsEach()
    {
        await office.SaveAsync(office.Clerk, indicator: 9);
        await office.SaveAsync(office.Clerk, indicator: 10);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, reason: null, 10);
        var saves = await OrdinaryAsync([2, 5, 9, 10, 16]);
        saves[1] = saves[1] with { Statement = new Statement { Inputs = new ReportedInputs { Numerator = -1, Denominator = 100 } } };
        saves[3] = saves[3] with { Version = 2 };

        var outcomes = await SaveAllAsync(saves);

        Assert.Equal(
            [null, RefusalCodes.InvalidValue, RefusalCodes.StaleVersion, RefusalCodes.UnderReview, null], outcomes.Select(outcome => outcome.Refusal?.Code));
        Assert.Equal([1, null, null, null, 1], outcomes.Select(outcome => outcome.Saved?.Version));
        Assert.Equal(
            [(1, ValueStatus.Draft), (2, ValueStatus.CountyReview)],
            outcomes.Select(outcome => outcome.Refusal?.Current).OfType<CurrentValue>().Select(current => (current.Version, current.Status)));
        Assert.All(outcomes.Select(outcome => outcome.Refusal?.Current).OfType<CurrentValue>(), current => Assert.Contains("奈曼旗", current.ChangedBy, StringComparison.Ordinal));
        Assert.Equal(saves[0].Statement.Inputs, (await office.EntryAsync(2)).Statement.Inputs);
        Assert.Equal(saves[4].Statement.Inputs, (await office.EntryAsync(16)).Statement.Inputs);
        Assert.Equal((0, 60m), ((await office.EntryAsync(5)).Version, (await office.EntryAsync(9)).Statement.Inputs.Numerator));
    }

    [Fact]
    public async Task SaveAll_SomeSentBefore_GetTheirFirstAnswerAndTheOthersAreStored()
    {
        var saves = await OrdinaryAsync([2, 5, 9]);
        var first = (await SaveAllAsync(saves[0]))[0].Require();
        var other = saves[1] with { OperationId = saves[0].OperationId };

        var outcomes = await SaveAllAsync(saves[0], other, saves[2]);

        Assert.Equal(first, outcomes[0].Require());
        Assert.Equal(RefusalCodes.OperationReused, outcomes[1].Refusal?.Code);
        Assert.Equal(1, outcomes[2].Require().Version);
        Assert.Equal(outcomes.Select(outcome => outcome.Saved), (await SaveAllAsync(saves[0], other, saves[2])).Select(outcome => outcome.Saved));
    }

    [Fact]
    public async Task SaveAll_PeriodClosed_RefusesEachButWhatWasStoredBefore()
    {
        var saves = await OrdinaryAsync([2, 5]);
        var first = (await SaveAllAsync(saves[0]))[0].Require();
        await office.Get<PeriodService>().CloseAsync(office.Bureau, NaimanOffice.Report.Quarter, CancellationToken.None);

        var outcomes = await SaveAllAsync(saves);

        Assert.Equal(first, outcomes[0].Require());
        Assert.Equal(RefusalCodes.PeriodClosed, outcomes[1].Refusal?.Code);
    }

    [Fact]
    public async Task SaveAll_TwoReportsOrAValueTwice_IsAnError()
    {
        var saves = await OrdinaryAsync([2, 5]);
        var elsewhere = saves[1] with { Key = saves[1].Key with { Quarter = NaimanOffice.Report.Quarter.Previous } };

        await Assert.ThrowsAsync<ArgumentException>(() => SaveAllAsync(saves[0], elsewhere));
        await Assert.ThrowsAsync<ArgumentException>(() => SaveAllAsync(saves[0], saves[0] with { OperationId = Guid.CreateVersion7() }));
        await Assert.ThrowsAsync<ArgumentException>(() => SaveAllAsync());
    }

    private Task<IReadOnlyList<SaveOutcome>> SaveAllAsync(params SaveValue[] saves) =>
        office.Get<DraftService>().SaveAllAsync(office.Clerk, saves, CancellationToken.None);

    /// <summary>First saves of values that need no explanation.</summary>
    private async Task<SaveValue[]> OrdinaryAsync(IReadOnlyList<int> chosen)
    {
        var facts = await office.Get<PlanCatalogue>().FirstAsync(CancellationToken.None);
        return
        [
            .. chosen.Select(number => new SaveValue(
                NaimanOffice.Report.Of(number),
                new Statement { Inputs = NaimanOffice.Ordinary(facts.Indicator(number)) },
                0,
                Guid.CreateVersion7())),
        ];
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
