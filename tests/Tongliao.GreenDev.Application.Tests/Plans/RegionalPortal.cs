using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Export;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Plans;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Application.Tests.Export;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Plans;

/// <summary>The demo of the first plan, and beside it the plan of a region, loaded from its file, whose 103 counties have reported a quarter.</summary>
public sealed class RegionalPortal(PostgresFixture postgres) : IAsyncLifetime
{
    public static readonly Quarter First = new(2026, 1);

    /// <summary>A quarter of the first plan.</summary>
    public static readonly Quarter Earlier = new(2025, 3);

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gdp-{Guid.CreateVersion7():N}");
    private readonly FakeTimeProvider time = new(PostgresFixture.DemoNow);
    private ServiceProvider services = null!;

    public string Connection { get; private set; } = "";

    /// <summary>Of every plan.</summary>
    public Caller Bureau { get; private set; } = null!;

    /// <summary>The same person, asking about the plan of the region.</summary>
    public Caller BureauOfRegion => Bureau with { Plan = RegionalPlanFile.Key };

    public string FirstKey { get; private set; } = "";

    public PlanLoad Loaded { get; private set; } = null!;

    public Dictionary<(int Indicator, string Unit), string> MatrixBefore { get; private set; } = [];

    public List<string> WorkbookBefore { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Connection = await postgres.CreateDemoDatabaseAsync();
        services = PostgresFixture.ServicesFor(Connection, time);
        time.SetUtcNow(new DateTimeOffset(2026, 4, 3, 2, 0, 0, TimeSpan.Zero));
        Bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        FirstKey = (await Get<PlanCatalogue>().FirstAsync(CancellationToken.None)).Plan.Key;
        (MatrixBefore, WorkbookBefore) = (Seen(await MatrixAsync(Bureau, Earlier)), await WorkbookAsync(Bureau, Earlier));

        Loaded = await Get<PlanStore>().LoadAsync(PlanFile.Open(RegionalPlanFile.WriteTo(folder)), CancellationToken.None);
        await Get<PeriodService>().OpenAsync(BureauOfRegion, First, new DateOnly(2026, 4, 15), CancellationToken.None);
        foreach (var county in RegionalPlanFile.CountyCodes)
        {
            await ReportAsync(county);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Caller> PersonAsync(UserRole role, string? unit = null, string? department = null, string? plan = null) =>
        TestPeople.AddAsync(services, role, unit, department, plan);

    public Task<RatingMatrix> MatrixAsync(Caller caller, Quarter quarter) => Get<RatingQueries>().MatrixAsync(caller, quarter, FigureBasis.Approved, CancellationToken.None);

    public async Task<List<string>> WorkbookAsync(Caller caller, Quarter quarter)
    {
        using var book = new ReadBook((await Get<AnnexExportService>().ExportAsync(caller, quarter, FigureBasis.Approved, CancellationToken.None)).Content);
        return [.. book.Cells().Select(cell => $"{cell.CellReference?.Value} {book.TextOf(cell)}")];
    }

    public static Dictionary<(int Indicator, string Unit), string> Seen(RatingMatrix matrix) =>
        matrix.Ratings.ToDictionary(rating => rating.Key, rating => $"{rating.Value.State} {rating.Value.Value} {rating.Value.Explanation}");

    /// <summary>What a county has of an indicator: the last digits of its code decide, so that no two are alike.</summary>
    public static (decimal Numerator, decimal Denominator) Typed(string county, int indicator)
    {
        var (league, place) = (int.Parse(county[2..4], null), int.Parse(county[4..], null));
        var area = 100 + (10 * place) + league;
        return RegionalPlanFile.IsSum(indicator) ? (place + (league / 10m), 0) : (decimal.Round(area * (30 + (league * 2) + place) / 100m, 2), area);
    }

    /// <summary>Entered by the clerk, approved in the county, and by the bureau for the lead departments.</summary>
    private async Task ReportAsync(string county)
    {
        var clerk = await PersonAsync(UserRole.Clerk, county, plan: RegionalPlanFile.Key);
        var reviewer = await PersonAsync(UserRole.CountyReviewer, county, plan: RegionalPlanFile.Key);
        var numbers = Enumerable.Range(1, RegionalPlanFile.Indicators).ToList();
        var outcomes = await Get<DraftService>().SaveAllAsync(clerk, [.. numbers.Select(number => Save(county, number))], CancellationToken.None);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        await ApplyAsync(clerk, county, ReviewStep.Submit, numbers);
        await ApplyAsync(reviewer, county, ReviewStep.Approve, numbers);
        await ApplyAsync(BureauOfRegion, county, ReviewStep.Approve, numbers);
    }

    private static SaveValue Save(string county, int indicator)
    {
        var (numerator, denominator) = Typed(county, indicator);
        var inputs = RegionalPlanFile.IsSum(indicator)
            ? new ReportedInputs { Amount = numerator }
            : new ReportedInputs { Numerator = numerator, Denominator = denominator };
        return new SaveValue(
            new ValueKey(county, First, indicator), new Statement { Inputs = inputs, Note = "数据属实，已制定整改措施。" }, 0, Guid.CreateVersion7()) { NoteAnswers = true };
    }

    private async Task ApplyAsync(Caller caller, string county, ReviewStep step, IReadOnlyList<int> numbers)
    {
        var key = new ReportKey(county, First);
        var report = await Get<ReportQueries>().ReportAsync(caller, key, CancellationToken.None);
        var versions = report.Entries.ToDictionary(entry => entry.Indicator.Number, entry => entry.Version);
        await Get<ReviewService>().ApplyAsync(
            caller, new ApplyStep(key, step, numbers, step == ReviewStep.Approve ? "牵头部门来函委托。" : null, versions, Guid.CreateVersion7()), CancellationToken.None);
    }
}
