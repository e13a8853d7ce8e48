using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Changes;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>A plan that is loaded again while its quarters run (增补): more indicators, and nothing else.</summary>
public sealed class PlanEditionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gdp-{Guid.CreateVersion7():N}");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 10, 3, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau) with { Plan = RegionalPlanFile.Key };
        Assert.True((await LoadAsync(RegionalPlanFile.WriteTo(folder))).IsNew);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task LongerEdition_GivesEveryUnlockedReportItsRow()
    {
        await OpenAsync(1);
        await OpenAsync(2);
        time.Advance(TimeSpan.FromMinutes(1));
        await LockAsync(1);
        time.Advance(TimeSpan.FromMinutes(1));

        var load = await LoadAsync(RegionalPlanFile.WriteTo(folder, RegionalPlanFile.Indicators + 1));
        await OpenAsync(3);

        Assert.Equal((false, RegionalPlanFile.Counties), (load.IsNew, load.Reports));
        Assert.Equal(RegionalPlanFile.Indicators + 1, Assert.Single(load.Added).Number);
        await using var db = await ContextAsync();
        var rows = await db.Submissions.Select(submission => new { submission.Quarter, submission.Values.Count }).Distinct().ToListAsync();
        Assert.Equal([(1, 10), (2, 11), (3, 11)], rows.Select(row => (row.Quarter.Number, row.Count)).Order());
        var audit = await db.AuditEvents.OrderByDescending(row => row.Id).FirstAsync(row => row.Kind == AuditKinds.PlanLoaded);
        Assert.Contains("\"11\"", audit.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddedIndicator_OfALockedQuarter_IsNotAskedFor()
    {
        await OpenAsync(1);
        await OpenAsync(2);
        time.Advance(TimeSpan.FromMinutes(1));
        await LockAsync(1);
        time.Advance(TimeSpan.FromMinutes(1));
        await LoadAsync(RegionalPlanFile.WriteTo(folder, RegionalPlanFile.Indicators + 1));

        Assert.Equal((10, 11), ((await MatrixAsync(1)).Facts.Plan.Indicators.Count, (await MatrixAsync(2)).Facts.Plan.Indicators.Count));
        var report = await services.GetRequiredService<ReportQueries>().ReportAsync(bureau, new ReportKey("770101", new Quarter(2026, 1)), CancellationToken.None);
        Assert.Equal(10, report.Entries.Count);
        var series = await services.GetRequiredService<RatingQueries>().SeriesAsync(bureau, 11, FigureBasis.Submitted, asOf: null, CancellationToken.None);
        Assert.DoesNotContain(series.Ratings, rating => rating.Quarter == new Quarter(2026, 1));
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, "770101", plan: RegionalPlanFile.Key);
        await services.GetRequiredService<DraftService>().SaveAsync(
            clerk,
            new SaveValue(new ValueKey("770101", new Quarter(2026, 2), 11), new Statement { Inputs = new ReportedInputs { Numerator = 60, Denominator = 100 } }, 0, Guid.CreateVersion7()),
            CancellationToken.None);
    }

    [Fact]
    public async Task SameEdition_ChangesNothing()
    {
        await using var db = await ContextAsync();
        var before = await db.AuditEvents.CountAsync();

        var load = await LoadAsync(RegionalPlanFile.WriteTo(folder));

        Assert.Equal((false, 0, 0), (load.IsNew, load.Added.Count, load.Reports));
        Assert.Equal((before, RegionalPlanFile.Indicators), (await db.AuditEvents.CountAsync(), await db.Indicators.CountAsync(one => EF.Property<int>(one, "PlanId") != db.Plans.Min(plan => plan.Id))));
    }

    [Fact]
    public async Task OtherEdition_IsRefusedWithEveryDifferenceItsPlaceAndPath()
    {
        var path = RegionalPlanFile.WriteTo(folder, RegionalPlanFile.Indicators + 1);
        var text = await File.ReadAllTextAsync(path);
        var changed = text.Replace("\"shortName\": \"3盟2旗\"", "\"shortName\": \"三盟二旗\"", StringComparison.Ordinal)
            .Replace("\"displayDecimals\": 2", "\"displayDecimals\": 3", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, changed);

        var refused = await Assert.ThrowsAsync<PlanFileException>(() => LoadAsync(path));

        var lines = changed.Split('\n');
        Assert.Equal(3, refused.Faults.Count);
        Assert.All(refused.Faults, fault => Assert.StartsWith(
            $"\"{fault.Path.Split('.')[^1]}\"", lines[fault.Place.Line - 1][(fault.Place.Column - 1)..], StringComparison.Ordinal));
        Assert.Contains("与已载入的不同：已载入的为“3盟2旗”，文件中为“三盟二旗”", refused.Message, StringComparison.Ordinal);
        Assert.Contains("$.indicators[3].displayDecimals：与已载入的不同：已载入的为2，文件中为3", refused.Message, StringComparison.Ordinal);
        await using var db = await ContextAsync();
        Assert.Equal(0, await db.Indicators.CountAsync(indicator => indicator.AddedAt != null));
    }

    [Fact]
    public async Task ShorterEdition_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<PlanFileException>(() => LoadAsync(RegionalPlanFile.WriteTo(folder, RegionalPlanFile.Indicators - 1)));

        Assert.Equal("$.indicators", Assert.Single(refused.Faults).Path);
    }

    [Fact]
    public async Task Try_OfALongerEdition_StoresNothing()
    {
        await OpenAsync(1);
        var load = await services.GetRequiredService<PlanStore>().TryAsync(PlanFile.Open(RegionalPlanFile.WriteTo(folder, RegionalPlanFile.Indicators + 1)), CancellationToken.None);

        Assert.Equal((1, RegionalPlanFile.Counties), (load.Added.Count, load.Reports));
        await using var db = await ContextAsync();
        Assert.Equal(0, await db.Indicators.CountAsync(indicator => indicator.AddedAt != null));
    }

    private Task<PlanLoad> LoadAsync(string path) => services.GetRequiredService<PlanStore>().LoadAsync(PlanFile.Open(path), CancellationToken.None);

    private Task<RatingMatrix> MatrixAsync(int quarter) =>
        services.GetRequiredService<RatingQueries>().MatrixAsync(bureau, new Quarter(2026, quarter), FigureBasis.Submitted, CancellationToken.None);

    private Task<ReportingPeriod> OpenAsync(int quarter) =>
        services.GetRequiredService<PeriodService>().OpenAsync(bureau, new Quarter(2026, quarter), new DateOnly(2026, 10, 20), CancellationToken.None);

    private Task<ReportingPeriod> LockAsync(int quarter) =>
        services.GetRequiredService<PeriodService>().LockAsync(bureau, new SeenPeriod(new Quarter(2026, quarter), null), CancellationToken.None);

    private async Task<GreenDevDbContext> ContextAsync() => await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
