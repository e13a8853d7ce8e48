using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>What is published stays as it is: a locked quarter with its lights, an approved value until another one is approved.</summary>
public sealed class PublishedTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";

    private ServiceProvider services = null!;
    private Caller bureau = null!;

    // 2025Q3 is closed, 2025Q4 open, all before them locked.
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 1, 12, 2, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        await Get<DemoSeeder>().SeedOnceAsync(CancellationToken.None);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Target_OfAYearThatIsLocked_IsRefusedAndItsLightsStay()
    {
        var before = await LightsAsync("2024Q4");

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => SetTargetAsync(2024, 500, new DateOnly(2024, 1, 1)));

        Assert.Equal("period_locked", refusal.Code);
        Assert.Equal("2024年一季度至2024年四季度均已锁定，评定结果已经固定，不能再更改2024年的分解指标。", refusal.Message);
        Assert.Equal(before, await LightsAsync("2024Q4"));
    }

    [Fact]
    public async Task Target_OfAYearThatIsLockedInPart_ChangesOnlyTheOtherQuarters()
    {
        var locked = await LightsAsync("2025Q2");
        var before = await LightsAsync("2025Q3");

        var entered = await SetTargetAsync(2025, 500, new DateOnly(2025, 1, 1));

        Assert.Equal(["2025Q3", "2025Q4"], entered.AppliesTo.Select(quarter => quarter.ToString()));
        Assert.Equal(locked, await LightsAsync("2025Q2"));
        Assert.NotEqual(before, await LightsAsync("2025Q3"));
        var reference = await Get<PlanCatalogue>().NamedAsync(key: null, CancellationToken.None);
        Assert.Equal(["2025Q3", "2025Q4"], reference.Facts.Periods.Select(period => period.Quarter).Where(quarter => IsJudgedBy500(reference, quarter)).Select(quarter => quarter.ToString()));
    }

    [Fact]
    public async Task Baseline_Changed_LockedQuartersKeepTheOneTheyHad()
    {
        var locked = await LightsAsync("2025Q2");
        var before = await RatingAsync("2025Q3", 16);
        var read = (await Get<PlanCatalogue>().NamedAsync(key: null, CancellationToken.None)).Baselines;

        await Get<TargetService>().SetBaselineAsync(
            bureau, new SetBaseline(Naiman, 16, new ReportedInputs { Amount = 500 }, Version: 1), CancellationToken.None);

        Assert.Equal(locked, await LightsAsync("2025Q2"));
        Assert.NotEqual(before.Measurement.Value, (await RatingAsync("2025Q3", 16)).Measurement.Value);
        await using var db = await ContextAsync();
        var recorded = await db.Baselines.Where(b => b.Version == 2).SingleAsync();
        Assert.Equal((time.GetUtcNow(), bureau.UserId, "张三（市住建局）"), (recorded.Recorded.At, recorded.Recorded.ById!.Value, recorded.Recorded.ByName));
        Assert.Equal(read.Count + 1, await db.Baselines.CountAsync());
    }

    [Theory]
    [InlineData(FigureBasis.Approved)]
    [InlineData(FigureBasis.Submitted)]
    public async Task Reopened_UntilAnotherIsApproved_TheApprovedValueStands(FigureBasis basis)
    {
        await Get<PeriodService>().OpenAsync(bureau, Quarter.Parse("2025Q3"), new DateOnly(2026, 2, 15), CancellationToken.None);
        var (clerk, county) = (await TestPeople.AddAsync(services, UserRole.Clerk, Naiman), await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman));
        var published = await LightsAsync("2025Q3", basis);
        var number = await AcceptedAsync();

        await StepAsync(bureau, number, ReviewStep.Reopen, "分母有误。");
        Assert.Equal(published, await LightsAsync("2025Q3", basis));
        await SaveHalfAsync(clerk, number);
        await StepAsync(clerk, number, ReviewStep.Submit);
        Assert.Equal(published, await LightsAsync("2025Q3", basis));
        await StepAsync(county, number, ReviewStep.Approve);
        Assert.Equal(basis == FigureBasis.Approved, published.SequenceEqual(await LightsAsync("2025Q3", basis)));
        await StepAsync(bureau, number, ReviewStep.Approve);

        Assert.NotEqual(published, await LightsAsync("2025Q3", basis));
    }

    [Fact]
    public async Task Locked_AQuarterItIsComparedWithIsCorrected_KeepsItsLights()
    {
        await Get<PeriodService>().LockAsync(bureau, Quarter.Parse("2025Q4"), CancellationToken.None);
        await Get<PeriodService>().OpenAsync(bureau, Quarter.Parse("2025Q3"), new DateOnly(2026, 2, 15), CancellationToken.None);
        var previous = await PreviousAsync("2025Q4");
        var trend = await TrendAsync("2025Q4");
        var (locked, before) = (await LightsAsync("2025Q4"), await LightsAsync("2025Q3"));
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        var county = await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman);
        var number = await AcceptedAsync();
        time.Advance(TimeSpan.FromMinutes(1));

        await StepAsync(bureau, number, ReviewStep.Reopen, "分母有误。");
        await SaveHalfAsync(clerk, number);
        await StepAsync(clerk, number, ReviewStep.Submit);
        await StepAsync(county, number, ReviewStep.Approve);
        await StepAsync(bureau, number, ReviewStep.Approve);

        Assert.NotEqual(before, await LightsAsync("2025Q3"));
        Assert.Equal(locked, await LightsAsync("2025Q4"));
        Assert.Equal(previous, await PreviousAsync("2025Q4"));
        Assert.Equal(trend, await TrendAsync("2025Q4"));
    }

    [Fact]
    public async Task Amendment_ByItsDayAndItsRecording_HoldsWhereBothAllow()
    {
        var catalogue = Get<PlanCatalogue>();
        var published = (await catalogue.FirstAsync(CancellationToken.None)).Indicator(1);
        var (recorded, document) = (new Recording(time.GetUtcNow(), ById: null, "市住建局"), "通住建发〔2026〕1号");
        await using (var db = await ContextAsync())
        {
            db.IndicatorAmendments.Add(new IndicatorAmendment
            {
                IndicatorId = published.Id,
                Version = 1,
                Decision = new RuleDecision(new DateOnly(2025, 10, 1), document, "市人民政府办公室", "上级目标调整", IsCorrection: false),
                Recorded = recorded,
                Change = new IndicatorChange { Targets = [new TargetChange(2025, 99, Comparison: null, Basis: null, WindowStartYear: null)], Tolerance = 7 },
            });
            await db.SaveChangesAsync();
            await db.ReferenceRevisions.ExecuteUpdateAsync(set => set.SetProperty(revision => revision.Number, revision => revision.Number + 1));
        }

        var reference = await catalogue.NamedAsync(key: null, CancellationToken.None);
        decimal TargetOn(int year, int month, int day, DateTimeOffset? knownAt) =>
            reference.AsOf(new DateOnly(year, month, day), knownAt).Facts.Indicator(1).TargetOf(2025)!.Value;

        Assert.Equal(published.TargetOf(2025)!.Value, TargetOn(2025, 9, 30, knownAt: null));
        Assert.Equal(99, TargetOn(2025, 10, 1, knownAt: null));
        Assert.Equal(99, TargetOn(2025, 10, 1, recorded.At));
        Assert.Equal(published.TargetOf(2025)!.Value, TargetOn(2025, 12, 31, recorded.At.AddTicks(-10)));
        Assert.Equal(99, (await RatingAsync("2025Q4", 1)).Indicator.TargetOf(2025)!.Value);
        Assert.Equal(published.TargetOf(2025)!.Value, (await RatingAsync("2025Q3", 1)).Indicator.TargetOf(2025)!.Value);
    }

    [Fact]
    public async Task Lock_TenSavesAtOnce_WhatIsStoredIsWhatTheLockKnows()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, "150526");
        var report = await Get<ReportQueries>().ReportAsync(clerk, new ReportKey("150526", Quarter.Parse("2025Q4")), CancellationToken.None);
        var open = report.Entries.Where(entry => entry.Status.IsWithClerk() && entry.Indicator.Kind == MeasureKind.StockRatio).Take(10).ToList();
        Assert.NotEmpty(open);

        var saves = open.Select(async entry => (entry.Indicator.Number, Failure: await Record.ExceptionAsync(() => SaveHalfAsync(clerk, entry, "150526"))));
        var locking = Get<PeriodService>().LockAsync(bureau, Quarter.Parse("2025Q4"), CancellationToken.None);
        var results = await Task.WhenAll(saves);
        var lockedAt = (await locking).LockedAt;

        Assert.All(results.Where(result => result.Failure is not null), result => Assert.Equal("period_closed", Assert.IsType<RefusalException>(result.Failure).Code));
        await using var db = await ContextAsync();
        Assert.False(await db.Revisions.AnyAsync(revision => revision.ById == clerk.UserId && revision.At > lockedAt));
    }

    private static bool IsJudgedBy500(ReferenceData reference, Quarter quarter)
    {
        var (unit, indicator) = (reference.Facts.Unit(Naiman), reference.Facts.Indicator(20));
        return UnitTarget.InForce(reference.InForce(quarter).TargetsOf(unit.Id, indicator.Id), quarter.Year, quarter.LastDay)!.Value == 500;
    }

    private async Task<EnteredTarget> SetTargetAsync(int year, decimal value, DateOnly from) => await Get<TargetService>().SetTargetAsync(
        bureau, new SetUnitTarget(Naiman, 20, year, value, "通住建发〔2026〕1号", from), CancellationToken.None);

    private async Task<int> AcceptedAsync() =>
        (await Get<ReportQueries>().ReportAsync(bureau, new ReportKey(Naiman, Quarter.Parse("2025Q3")), CancellationToken.None)).Entries
            .First(entry => entry.Status == ValueStatus.Accepted && entry.Indicator.Kind == MeasureKind.StockRatio && entry.Indicator.IsPercentage).Indicator.Number;

    private async Task SaveHalfAsync(Caller clerk, int number)
    {
        var report = await Get<ReportQueries>().ReportAsync(clerk, new ReportKey(Naiman, Quarter.Parse("2025Q3")), CancellationToken.None);
        await SaveHalfAsync(clerk, report.Entries.Single(entry => entry.Indicator.Number == number), Naiman, "2025Q3");
    }

    /// <summary>Another numerator; the denominator may be one with another value's.</summary>
    private Task<SavedValue> SaveHalfAsync(Caller clerk, ReportEntry entry, string unit, string period = "2025Q4")
    {
        var whole = entry.Statement.Inputs.Denominator ?? 200;
        var inputs = new ReportedInputs { Numerator = decimal.Floor(whole / 2), Denominator = whole };
        return Get<DraftService>().SaveAsync(
            clerk,
            new SaveValue(new ValueKey(unit, Quarter.Parse(period), entry.Indicator.Number), new Statement { Inputs = inputs, Note = "数据属实。" }, entry.Version, Guid.CreateVersion7()) { NoteAnswers = true },
            CancellationToken.None);
    }

    private async Task StepAsync(Caller caller, int number, ReviewStep action, string? reason = null)
    {
        var report = await Get<ReportQueries>().ReportAsync(caller, new ReportKey(Naiman, Quarter.Parse("2025Q3")), CancellationToken.None);
        await Get<ReviewService>().ApplyAsync(
            caller,
            new ApplyStep(new ReportKey(Naiman, Quarter.Parse("2025Q3")), action, [number], reason ?? "牵头部门来函委托。", report.Entries.ToDictionary(e => e.Indicator.Number, e => e.Version), Guid.CreateVersion7()),
            CancellationToken.None);
    }

    private async Task<IndicatorRating> RatingAsync(string period, int number)
    {
        var matrix = await MatrixAsync(period, FigureBasis.Submitted);
        return matrix.Ratings[(number, Naiman)];
    }

    /// <summary>All that a dashboard shows of every light.</summary>
    private async Task<List<string>> LightsAsync(string period, FigureBasis basis = FigureBasis.Submitted)
    {
        var matrix = await MatrixAsync(period, basis);
        return [.. matrix.Ratings.OrderBy(cell => cell.Key).Select(cell =>
            $"{cell.Key} {cell.Value.State} {cell.Value.Measurement.Value} {cell.Value.Target?.Expected} {cell.Value.YearTarget.Number} {cell.Value.Shortfall} {cell.Value.IsProvisional}")];
    }

    /// <summary>The city's states of the quarter before one, as they stand beside it.</summary>
    private async Task<IReadOnlyDictionary<int, RagStatus>> PreviousAsync(string period)
    {
        await using var db = await ContextAsync();
        var reference = await Get<PlanCatalogue>().NamedAsync(key: null, CancellationToken.None);
        var lights = await Get<LightQueries>().LightsAsync(
            db, reference, reference.Facts.Plan.City, reference.Facts.Period(Quarter.Parse(period)), FigureBasis.Submitted, CancellationToken.None);
        return lights.Previous;
    }

    private async Task<List<(Quarter, int, int, int)>> TrendAsync(string period)
    {
        var board = await Get<LightQueries>().BoardAsync(bureau, Quarter.Parse(period), FigureBasis.Submitted, CancellationToken.None);
        return [.. board.Lights.Quarters.Select(lights => (lights.Quarter, lights.Of(RagStatus.Green), lights.Of(RagStatus.Amber), lights.Of(RagStatus.Red)))];
    }

    private Task<RatingMatrix> MatrixAsync(string period, FigureBasis basis) => Get<RatingQueries>().MatrixAsync(bureau, Quarter.Parse(period), basis, CancellationToken.None);

    private Task<GreenDevDbContext> ContextAsync() => Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
