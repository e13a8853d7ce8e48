using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Submissions;

public sealed class ReportJourneyTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Kailu = "150523";
    private const string Period = "2025Q3";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller clerk = null!;
    private Caller countyReviewer = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        countyReviewer = await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        await Get<PeriodService>().OpenAsync(bureau, Quarter.Parse(Period), new DateOnly(2025, 10, 15), CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Take_WholeJourney_EndsAcceptedWithItsHistory()
    {
        await FillAllAsync();
        await StepAsync(clerk, ReviewStep.Submit);
        await StepAsync(countyReviewer, ReviewStep.Approve);
        // The number of villages is one with that of #3.
        await StepAsync(bureau, ReviewStep.Return, [2, 3], "分母与台账不符");

        var returned = await EntryAsync(2);
        Assert.Equal(ValueStatus.Returned, returned.Status);
        Assert.Equal("分母与台账不符", returned.ReturnReason);

        await SaveAsync(2, new ReportedInputs { Numerator = 52, Denominator = 200 }, returned.Version);
        await SaveAsync(3, new ReportedInputs { Numerator = 150, Denominator = 200 }, (await EntryAsync(3)).Version);
        await StepAsync(clerk, ReviewStep.Submit);
        await StepAsync(countyReviewer, ReviewStep.Approve);
        await StepAsync(bureau, ReviewStep.Approve);

        var report = await Get<ReportQueries>().ReportAsync(bureau, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None);
        Assert.All(report.Entries, entry => Assert.Equal(ValueStatus.Accepted, entry.Status));
        var history = await Get<ReportQueries>().HistoryAsync(clerk, new ValueKey(Naiman, Quarter.Parse(Period), 2), CancellationToken.None);
        Assert.Equal(
            [RevisionKind.Approve, RevisionKind.Approve, RevisionKind.Submit, RevisionKind.Save, RevisionKind.Return, RevisionKind.Approve, RevisionKind.Submit, RevisionKind.Save],
            history.Select(revision => revision.Kind));
        var matrix = await Get<RatingQueries>().MatrixAsync(bureau, Quarter.Parse(Period), FigureBasis.Approved, CancellationToken.None);
        Assert.Equal("26.0", matrix.Ratings[(2, Naiman)].Displayed);
        Assert.False(matrix.Ratings[(2, Naiman)].IsProvisional);
    }

    [Fact]
    public async Task Save_StaleVersion_IsRefusedWithWhatStandsThere()
    {
        await SaveAsync(2, new ReportedInputs { Numerator = 40, Denominator = 200 }, 0);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => SaveAsync(2, new ReportedInputs { Numerator = 41, Denominator = 200 }, 0));

        Assert.Equal((RefusalKind.Conflict, "stale_version"), (refusal.Kind, refusal.Code));
        Assert.Equal(40, Assert.IsType<CurrentValue>(refusal.Current).Statement.Inputs.Numerator);
    }

    [Fact]
    public async Task Save_SameOperationTwice_IsOneSave()
    {
        var operation = Guid.CreateVersion7();
        var first = await SaveAsync(2, new ReportedInputs { Numerator = 40, Denominator = 200 }, 0, operation);
        var second = await SaveAsync(2, new ReportedInputs { Numerator = 40, Denominator = 200 }, 0, operation);

        Assert.Equal(first.Version, second.Version);
        Assert.Single(await Get<ReportQueries>().HistoryAsync(clerk, new ValueKey(Naiman, Quarter.Parse(Period), 2), CancellationToken.None));
    }

    [Fact]
    public async Task Take_OperationOfAnotherAct_IsRefusedAndNothingChanges()
    {
        var operation = Guid.CreateVersion7();
        await FillAllAsync(except: 2);
        var saved = await SaveAsync(2, new ReportedInputs { Numerator = 40, Denominator = 100 }, 0, operation);

        var submit = await Assert.ThrowsAsync<RefusalException>(() => StepAsync(clerk, ReviewStep.Submit, operation: operation));
        Assert.Equal((RefusalKind.Conflict, "operation_reused"), (submit.Kind, submit.Code));
        Assert.Equal(ValueStatus.Draft, (await EntryAsync(2)).Status);

        await StepAsync(clerk, ReviewStep.Submit, operation: operation = Guid.CreateVersion7());
        var save = await Assert.ThrowsAsync<RefusalException>(
            () => SaveAsync(2, new ReportedInputs { Numerator = 41, Denominator = 100 }, saved.Version + 1, operation));
        Assert.Equal("operation_reused", save.Code);
        Assert.Equal(ValueStatus.CountyReview, (await EntryAsync(2)).Status);
    }

    [Fact]
    public async Task Save_TwentyAtOnceOnOneVersion_OneIsStoredAndTheOthersAreTold()
    {
        var codes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => CodeOfAsync(
            () => SaveAsync(2, new ReportedInputs { Numerator = i, Denominator = 200 }, 0))));

        Assert.Single(codes, code => code is null);
        Assert.Equal(19, codes.Count(code => code == "stale_version"));
        Assert.Single(await Get<ReportQueries>().HistoryAsync(clerk, new ValueKey(Naiman, Quarter.Parse(Period), 2), CancellationToken.None));
    }

    [Fact]
    public async Task Take_ApproveAndReturnAtOnce_OneOfThemHolds()
    {
        await FillAllAsync();
        await StepAsync(clerk, ReviewStep.Submit);
        for (var indicator = 1; indicator <= 10; indicator++)
        {
            var read = await VersionsAsync(countyReviewer);
            var codes = await Task.WhenAll(
                CodeOfAsync(() => StepAsync(countyReviewer, ReviewStep.Approve, [indicator], versions: read)),
                CodeOfAsync(() => StepAsync(countyReviewer, ReviewStep.Return, [indicator], "请核对", versions: read)));

            Assert.Single(codes, code => code is null);
            Assert.Single(codes, code => code == "stale_version");
            Assert.Equal(
                codes[0] is null ? ValueStatus.CityReview : ValueStatus.Returned, (await EntryAsync(indicator)).Status);
        }
    }

    [Fact]
    public async Task Submit_OneValueEmpty_RefusesAllAndNamesIt()
    {
        await FillAllAsync(except: 7);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => StepAsync(clerk, ReviewStep.Submit));

        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Contains(refusal.Errors, fault => fault.Field.StartsWith("indicators[7]", StringComparison.Ordinal));
        Assert.Equal(ValueStatus.Draft, (await EntryAsync(1)).Status);
    }

    [Fact]
    public async Task Save_ForeignUnit_AnswersLikeAnAbsentOne()
    {
        var foreign = await Assert.ThrowsAsync<RefusalException>(() => SaveAsync(2, ReportedInputs.None, 0, unit: Kailu));
        var absent = await Assert.ThrowsAsync<RefusalException>(() => SaveAsync(2, ReportedInputs.None, 0, unit: "999999"));

        Assert.Equal((absent.Kind, absent.Code, absent.Message), (foreign.Kind, foreign.Code, foreign.Message));
    }

    [Fact]
    public async Task Save_ClosedPeriod_IsRefused()
    {
        await Get<PeriodService>().CloseAsync(bureau, Quarter.Parse(Period), CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => SaveAsync(2, new ReportedInputs { Numerator = 1 }, 0));

        Assert.Equal("period_closed", refusal.Code);
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private async Task FillAllAsync(int? except = null)
    {
        var plan = (await Get<PlanCatalogue>().FirstAsync(CancellationToken.None)).Plan;
        foreach (var indicator in plan.Indicators.Where(indicator => indicator.Number != except))
        {
            await SaveAsync(indicator.Number, NaimanOffice.Ordinary(indicator), 0);
        }
    }

    private Task<SavedValue> SaveAsync(int indicator, ReportedInputs inputs, int version, Guid? operation = null, string unit = Naiman) =>
        Get<DraftService>().SaveAsync(
            clerk,
            new SaveValue(new ValueKey(unit, Quarter.Parse(Period), indicator), new Statement { Inputs = inputs }, version, operation ?? Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);

    /// <summary>Takes a step on what was read, or on what is read now.</summary>
    private async Task<IReadOnlyList<StepResult>> StepAsync(
        Caller caller,
        ReviewStep action,
        IReadOnlyList<int>? indicators = null,
        string? reason = null,
        Guid? operation = null,
        IReadOnlyDictionary<int, int>? versions = null) => await Get<ReviewService>().ApplyAsync(
            caller,
            new ApplyStep(new ReportKey(Naiman, Quarter.Parse(Period)), action, indicators, reason ?? (action == ReviewStep.Approve ? "牵头部门来函委托。" : null), versions ?? await VersionsAsync(caller), operation ?? Guid.CreateVersion7()),
            CancellationToken.None);

    private async Task<IReadOnlyDictionary<int, int>> VersionsAsync(Caller reader) =>
        (await Get<ReportQueries>().ReportAsync(reader, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None)).Entries
            .ToDictionary(entry => entry.Indicator.Number, entry => entry.Version);

    /// <summary>Why it was refused; null when it was not.</summary>
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

    private async Task<ReportEntry> EntryAsync(int number) =>
        (await Get<ReportQueries>().ReportAsync(clerk, new ReportKey(Naiman, Quarter.Parse(Period)), CancellationToken.None)).Entries.Single(e => e.Indicator.Number == number);
}
