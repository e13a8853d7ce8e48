using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Changes;

/// <summary>An operation id stands for one request of one person: sent again it gets the same answer, with other content it is refused.</summary>
public sealed class RepeatedOperationTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly Statement Stated = new() { Inputs = new ReportedInputs { Numerator = 60, Denominator = 200 }, Note = "数据属实。" };

    private static readonly SaveValue Save =
        new(NaimanOffice.Report.Of(NaimanOffice.Led), Stated, 0, Guid.CreateVersion7()) { NoteAnswers = true };

    private ServiceProvider services = null!;
    private NaimanOffice office = null!;

    public static TheoryData<string, SaveValue> OtherSaves => new()
    {
        { "number", Save with { Statement = Stated with { Inputs = new ReportedInputs { Numerator = 61, Denominator = 200 } } } },
        { "explanation", Save with { Statement = Stated with { Note = "另有说明。" } } },
        { "not applicable", Save with { Statement = Stated with { Inputs = ReportedInputs.None, NotApplicableReason = "本季度没有此项业务" } } },
        { "indicator", Save with { Key = NaimanOffice.Report.Of(9) } },
        { "version", Save with { Version = 1 } },
    };

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        office = new NaimanOffice(services);
        await office.StaffAsync();
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Theory]
    [MemberData(nameof(OtherSaves))]
    public async Task Save_OtherContentUnderTheSameId_IsRefusedAndChangesNothing(string what, SaveValue other)
    {
        await SaveAsync(Save);

        Assert.Equal((what, "operation_reused"), (what, await CodeOfAsync(() => SaveAsync(other))));
        Assert.Equal(1, await RevisionsAsync());
    }

    [Fact]
    public async Task Save_SameContentUnderTheSameId_GetsTheSameAnswer()
    {
        var first = await SaveAsync(Save);
        await office.SaveAsync(office.Clerk, numerator: 61);

        // Also after somebody saved something else since, and however the number is written.
        var again = await SaveAsync(Save with { Statement = Stated with { Inputs = new ReportedInputs { Numerator = 60.0m, Denominator = 200.00m } } });

        Assert.Equal(first, again);
        Assert.Equal(2, await RevisionsAsync());
    }

    [Fact]
    public async Task Save_AfterThePeriodWasClosed_StillGetsTheSameAnswer()
    {
        var first = await SaveAsync(Save);
        await office.Get<PeriodService>().CloseAsync(office.Bureau, NaimanOffice.Report.Quarter, CancellationToken.None);

        Assert.Equal(first, await SaveAsync(Save));
        Assert.Equal(RefusalCodes.PeriodClosed, await CodeOfAsync(() => SaveAsync(Save with { OperationId = Guid.CreateVersion7(), Version = 1 })));
    }

    [Fact]
    public async Task Save_IdOfAColleague_IsAnotherAct()
    {
        var first = await SaveAsync(Save);
        var colleague = await TestPeople.AddAsync(services, UserRole.Clerk, NaimanOffice.Naiman);

        var second = await office.Get<DraftService>().SaveAsync(colleague, Save with { Version = first.Version }, CancellationToken.None);

        // Each is known again by whoever sent it.
        Assert.Equal((1, 2), (first.Version, second.Version));
        Assert.Equal(first, await SaveAsync(Save));
        Assert.Equal(second, await office.Get<DraftService>().SaveAsync(colleague, Save with { Version = first.Version }, CancellationToken.None));
        Assert.Equal("stale_version", await CodeOfAsync(() => SaveAsync(Save with { OperationId = Guid.CreateVersion7() })));
        Assert.Equal(2, await RevisionsAsync());
    }

    [Fact]
    public async Task Take_IdOfTheColleagueWhoSubmitted_IsAnotherAct()
    {
        var submit = new ApplyStep(
            NaimanOffice.Report, ReviewStep.Submit, [NaimanOffice.Led], null, new Dictionary<int, int> { [NaimanOffice.Led] = 1 }, Guid.CreateVersion7());
        await SaveAsync(Save);
        await office.Get<ReviewService>().ApplyAsync(office.Clerk, submit, CancellationToken.None);

        var approved = await ApplyAsync(submit with { Step = ReviewStep.Approve, Versions = new Dictionary<int, int> { [NaimanOffice.Led] = 2 } });

        Assert.Equal(new StepResult(NaimanOffice.Led, ValueStatus.CityReview, 3), Assert.Single(approved));
    }

    [Fact]
    public async Task Take_SameStepAgainAfterItWentOn_GetsTheFirstAnswer()
    {
        await SaveAsync(Save);
        var submit = new ApplyStep(NaimanOffice.Report, ReviewStep.Submit, [NaimanOffice.Led], null, null, Guid.CreateVersion7());
        var first = await office.Get<ReviewService>().ApplyAsync(office.Clerk, submit, CancellationToken.None);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);

        Assert.Equal(first, await office.Get<ReviewService>().ApplyAsync(office.Clerk, submit, CancellationToken.None));
        Assert.Equal(ValueStatus.CityReview, (await office.EntryAsync()).Status);
    }

    [Fact]
    public async Task Save_SameIdAtOnceInTwoReports_IsOneActAndTheOtherIsRefused()
    {
        var other = new ReportKey(NaimanOffice.Naiman, NaimanOffice.Report.Quarter.Previous);
        await office.Get<PeriodService>().OpenAsync(office.Bureau, other.Quarter, new DateOnly(2025, 7, 15), CancellationToken.None);

        // No lock is common to them: what they meet at is the index.
        var codes = await Task.WhenAll(
            CodeOfAsync(() => SaveAsync(Save)), CodeOfAsync(() => SaveAsync(Save with { Key = other.Of(NaimanOffice.Led) })));

        Assert.Equal([null, "operation_reused"], codes.Order());
        Assert.Equal(1, await RevisionsAsync());
    }

    [Fact]
    public async Task Take_OtherContentUnderTheSameId_IsRefusedAndChangesNothing()
    {
        await office.SaveAsync(office.Clerk);
        await office.SaveAsync(office.Clerk, indicator: 9);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, reason: null, NaimanOffice.Led, 9);
        var step = new ApplyStep(
            NaimanOffice.Report, ReviewStep.Return, [NaimanOffice.Led], "请核对。", new Dictionary<int, int> { [NaimanOffice.Led] = 2 }, Guid.CreateVersion7());
        var first = await ApplyAsync(step);
        ApplyStep[] others =
        [
            step with { Reason = "请更正。" },
            step with { IndicatorNumbers = [9] },
            step with { IndicatorNumbers = [NaimanOffice.Led, 9] },
            step with { IndicatorNumbers = null },
            step with { Versions = new Dictionary<int, int> { [NaimanOffice.Led] = 3 } },
            step with { Reasons = new Dictionary<int, string> { [NaimanOffice.Led] = "请更正。" } },
            step with { Step = ReviewStep.Approve },
        ];

        foreach (var other in others)
        {
            Assert.Equal("operation_reused", await CodeOfAsync(() => ApplyAsync(other)));
        }

        Assert.Equal(first, await ApplyAsync(step));
        Assert.Equal(ValueStatus.CountyReview, (await office.EntryAsync(9)).Status);
    }

    private Task<SavedValue> SaveAsync(SaveValue command) => office.Get<DraftService>().SaveAsync(office.Clerk, command, CancellationToken.None);

    private Task<IReadOnlyList<StepResult>> ApplyAsync(ApplyStep step) =>
        office.Get<ReviewService>().ApplyAsync(office.CountyReviewer, step, CancellationToken.None);

    private async Task<int> RevisionsAsync()
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await db.Revisions.CountAsync(revision => revision.Kind != RevisionKind.Share);
    }

    private static async Task<string?> CodeOfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal.Code;
        }
    }
}
