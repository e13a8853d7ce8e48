using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Targets;

public sealed class TargetQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Kailu = "150523";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 6, 30, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Targets_SumIndicator_AddsUpWhatIsInForceAgainstTheCity()
    {
        await SetAsync(Naiman, 15, 2025, 1.5m, new DateOnly(2025, 1, 1));
        await SetAsync(Kailu, 15, 2025, 2m, new DateOnly(2025, 1, 1));

        var table = await TableAsync(15, 2025);

        Assert.Equal((3.5m, 5m, 1.5m), (table.Sum, table.CityTarget.Value, table.Remainder));
        Assert.Equal(7, table.Without.Count);
        Assert.DoesNotContain(table.Without, unit => unit.Code is Naiman or Kailu);
    }

    [Fact]
    public async Task Targets_LaterOneNotInForceYet_EarlierHoldsAndBothAreHistory()
    {
        await SetAsync(Naiman, 15, 2025, 1.5m, new DateOnly(2025, 1, 1));
        await SetAsync(Naiman, 15, 2025, 1m, new DateOnly(2025, 7, 1));

        var june = (await TableAsync(15, 2025)).Units.Single(line => line.Unit.Code == Naiman);
        time.SetUtcNow(new DateTimeOffset(2025, 7, 1, 2, 0, 0, TimeSpan.Zero));
        var july = (await TableAsync(15, 2025)).Units.Single(line => line.Unit.Code == Naiman);

        Assert.Equal((1.5m, 1m), (june.InForce!.Value, july.InForce!.Value));
        Assert.Equal([1m, 1.5m], june.History.Select(target => target.Value));
    }

    [Theory]
    [InlineData(2023, "2024-01-01")]
    [InlineData(2030, "2025-12-31")]
    public async Task Targets_TodayOutsideThePlan_TellsForItsNearestDay(int today, string expected)
    {
        time.AdjustTime(new DateTimeOffset(today, 6, 30, 2, 0, 0, TimeSpan.Zero));

        var table = await TableAsync(15, year: null);

        Assert.Equal(expected, table.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Targets_Ratio_HasNoSum()
    {
        var table = await TableAsync(2, 2025);

        Assert.Null(table.Sum);
        Assert.Null(table.Remainder);
    }

    [Fact]
    public async Task Targets_NothingChosen_IsTheFirstSumOfThisYear()
    {
        var table = await TableAsync(null, null);

        Assert.Equal((15, 2025), (table.Indicator.Number, table.CityTarget.Year));
    }

    [Theory]
    [InlineData(22, 2025)]
    [InlineData(15, 2026)]
    public async Task Targets_UnknownIndicatorOrYear_IsNotFound(int indicator, int year)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => TableAsync(indicator, year));

        Assert.Equal(RefusalKind.NotFound, refusal.Kind);
    }

    [Fact]
    public async Task Baselines_RequiredFirst_ThenSums_ThenWhateverHasOne()
    {
        await services.GetRequiredService<TargetService>().SetBaselineAsync(
            bureau, new SetBaseline(Naiman, 2, new ReportedInputs { Numerator = 20, Denominator = 200 }), CancellationToken.None);

        var table = await services.GetRequiredService<TargetQueries>().BaselinesAsync(bureau, CancellationToken.None);

        Assert.Equal([16, 15, 20, 2], table.Indicators.Select(indicator => indicator.Number));
    }

    [Theory]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Admin)]
    [InlineData(UserRole.Auditor)]
    public async Task TargetsAndBaselines_NotTheBureau_AreForbidden(UserRole role)
    {
        var caller = await TestPeople.AddAsync(services, role);
        var queries = services.GetRequiredService<TargetQueries>();

        var targets = await Assert.ThrowsAsync<RefusalException>(() => queries.TargetsAsync(caller, 15, 2025, CancellationToken.None));
        var baselines = await Assert.ThrowsAsync<RefusalException>(() => queries.BaselinesAsync(caller, CancellationToken.None));

        Assert.Equal((RefusalKind.Forbidden, RefusalKind.Forbidden), (targets.Kind, baselines.Kind));
    }

    private Task<TargetTable> TableAsync(int? indicator, int? year) =>
        services.GetRequiredService<TargetQueries>().TargetsAsync(bureau, indicator, year, CancellationToken.None);

    private Task<EnteredTarget> SetAsync(string unit, int indicator, int year, decimal value, DateOnly from) => services.GetRequiredService<TargetService>()
        .SetTargetAsync(bureau, new SetUnitTarget(unit, indicator, year, value, "通住建发〔2025〕1号", from), CancellationToken.None);
}
