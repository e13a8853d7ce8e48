using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Review;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Checks;

/// <summary>What a yearbook says of the city (年鉴全市数): recorded by the bureau, kept by version, compared with the units' sum.</summary>
public sealed class CityFigureServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Yearbook = "通辽统计年鉴2025 表9-3";

    private ServiceProvider services = null!;
    private Caller bureau = null!;

    private CityFigureService Figures => services.GetRequiredService<CityFigureService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2026, 1, 9, 2, 0, 0, TimeSpan.Zero)));
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Set_FirstAndCorrected_LastOneHolds_AndTheAuditHasBoth()
    {
        await SetAsync(Command(9000));
        var second = await SetAsync(Command(9500) with { Document = "通辽统计年鉴2025 勘误" });

        Assert.Equal(2, second.Version);
        var line = Assert.Single(await ComparisonsAsync());
        Assert.Equal((9500m, "通辽统计年鉴2025 勘误"), (line.Figure.Value, line.Figure.Document));
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        Assert.Equal([9000m, 9500m], await db.CityFigures.OrderBy(figure => figure.Version).Select(figure => figure.Value).ToListAsync());
        var audit = await db.AuditEvents.Where(entry => entry.Kind == AuditKinds.CityFigureSet).OrderBy(entry => entry.Id).ToListAsync();
        Assert.Equal([null, "9000"], audit.Select(entry => entry.Before is { } before ? $"{AuditJson.Read<AuditedCityFigure>(before).CityFigure:0}" : null));
        Assert.All(audit, entry => Assert.EndsWith("（市住建局）", entry.UserName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comparison_OneHasReachedTheCity_IsOfTheirFourthQuarter_AndSaysWhoIsMissing()
    {
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        var report = new ReportKey(Naiman, new Quarter(2025, 4));
        await services.GetRequiredService<PeriodService>().OpenAsync(bureau, new Quarter(2025, 4), new DateOnly(2026, 1, 20), CancellationToken.None);
        await services.GetRequiredService<DraftService>().SaveAsync(
            clerk,
            new SaveValue(
                report.Of(10),
                new Statement { Inputs = new ReportedInputs { Numerator = 970, Denominator = 1000 } },
                0,
                Guid.CreateVersion7()),
            CancellationToken.None);
        await SetAsync(Command(9000));
        Assert.Equal(0, Assert.Single(await ComparisonsAsync()).Reported); // A draft is nobody's number yet.

        await StepAsync(clerk, report, ReviewStep.Submit, version: 1);
        await StepAsync(await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman), report, ReviewStep.Approve, version: 2);

        var line = Assert.Single(await ComparisonsAsync());
        Assert.Equal((1000m, 1, 9, null), (line.Sum, line.Reported, line.Units, line.Deviation));
        Assert.EndsWith($"四季度合计1,000万立方米，{Yearbook}为9,000万立方米；9个单位中已有1个填报，齐全后计算偏差。", line.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2023, 9000.0, Yearbook, "year")]
    [InlineData(2026, 9000.0, Yearbook, "year")]
    [InlineData(null, 9000.0, Yearbook, "year")]
    [InlineData(2025, -1.0, Yearbook, "value")]
    [InlineData(2025, 0.12345, Yearbook, "value")]
    [InlineData(2025, null, Yearbook, "value")]
    [InlineData(2025, 9000.0, " ", "document")]
    [InlineData(2025, 9000.0, "年鉴\n表9-3", "document")]
    public async Task Set_MissingOrWrong_IsRefusedByItsField(int? year, double? value, string document, string field)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => SetAsync(Command((decimal?)value) with { Year = year, Document = document }));

        Assert.Equal((RefusalCodes.InvalidCheck, field), (refusal.Code, Assert.Single(refusal.Errors).Field));
        Assert.Empty(await ComparisonsAsync());
    }

    [Theory]
    [InlineData(99, InputKey.Denominator)]
    [InlineData(10, InputKey.Amount)]
    [InlineData(8, InputKey.Correction)]
    public async Task Set_OfWhatIsNotReported_IsNotFound(int indicator, InputKey field)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(
            () => SetAsync(Command(9000) with { IndicatorNumber = indicator, Field = field }));

        Assert.Equal(RefusalCodes.NotFound, refusal.Code);
    }

    [Theory]
    [InlineData(UserRole.Clerk, Naiman, null)]
    [InlineData(UserRole.CountyReviewer, Naiman, null)]
    [InlineData(UserRole.DepartmentReviewer, null, "shuiwu")]
    [InlineData(UserRole.Leader, null, null)]
    [InlineData(UserRole.Admin, null, null)]
    [InlineData(UserRole.Auditor, null, null)]
    public async Task Set_ByAnotherRole_IsForbidden(UserRole role, string? unit, string? department)
    {
        var other = await TestPeople.AddAsync(services, role, unit, department);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => Figures.SetAsync(other, Command(9000), CancellationToken.None));

        Assert.Equal(RefusalCodes.Forbidden, refusal.Code);
    }

    [Fact]
    public async Task Set_TenAtOnceOnOneVersion_OneIsStored_TheOthersAreToldWhatStandsThere()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(async number =>
        {
            try
            {
                await SetAsync(Command(number) with { Version = 0 });
                return null;
            }
            catch (RefusalException refusal)
            {
                return refusal;
            }
        }));

        var stored = Assert.Single(await ComparisonsAsync()).Figure;
        Assert.Equal(1, stored.Version);
        Assert.Equal(9, outcomes.OfType<RefusalException>().Count());
        Assert.All(outcomes.OfType<RefusalException>(), refusal => Assert.Equal(stored.Value, Assert.IsType<CurrentCityFigure>(refusal.Current).Value));
    }

    private Task<IReadOnlyList<StepResult>> StepAsync(Caller person, ReportKey report, ReviewStep step, int version) => services.GetRequiredService<ReviewService>().ApplyAsync(
        person, new ApplyStep(report, step, [10], null, new Dictionary<int, int> { [10] = version }, Guid.CreateVersion7()), CancellationToken.None);

    private static SetCityFigure Command(decimal? value) => new(10, InputKey.Denominator, 2025, value, Yearbook);

    private Task<CityFigure> SetAsync(SetCityFigure command) => Figures.SetAsync(bureau, command, CancellationToken.None);

    private Task<IReadOnlyList<Domain.Rating.CityComparison>> ComparisonsAsync() =>
        services.GetRequiredService<CityQueries>().ComparisonsAsync(bureau, CancellationToken.None);
}
