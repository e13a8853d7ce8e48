using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rating;

/// <summary>What a trial (试算) says is what the change makes of the lights.</summary>
public sealed class LightChangesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    // 2025Q3 is closed, 2025Q4 open, all before them locked.
    private readonly FakeTimeProvider time = new(PostgresFixture.DemoNow);

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    [Fact]
    public async Task Of_ATargetAndABaseline_OpenQuartersBecomeWhatWasSaid_LockedOnesAreNamedToo()
    {
        var reference = await services.GetRequiredService<PlanCatalogue>().NamedAsync(key: null, CancellationToken.None);
        var (unit, indicator) = (reference.Facts.Unit("150525"), reference.Facts.Indicator(16));
        var target = new UnitTarget
        {
            UnitId = unit.Id, IndicatorId = indicator.Id, Year = 2025, Value = 500, Document = "通住建发〔2025〕9号",
            EffectiveFrom = new DateOnly(2025, 1, 1), Recorded = Recording.OnTrial, Version = int.MaxValue,
        };
        var baseline = new Baseline
        {
            UnitId = unit.Id, IndicatorId = indicator.Id, Inputs = new ReportedInputs { Amount = 3 }, Version = int.MaxValue, Recorded = Recording.OnTrial,
        };
        var before = await RatingsAsync(reference);

        var changes = await ChangesAsync(reference, new Trial(new([baseline], [target], [], [], [], []), []));
        await services.GetRequiredService<TargetService>().SetTargetAsync(
            bureau, new SetUnitTarget(unit.Code, 16, 2025, 500, target.Document, target.EffectiveFrom), CancellationToken.None);
        await services.GetRequiredService<TargetService>().SetBaselineAsync(bureau, new SetBaseline(unit.Code, 16, baseline.Inputs), CancellationToken.None);

        var after = await RatingsAsync(await services.GetRequiredService<PlanCatalogue>().NamedAsync(key: null, CancellationToken.None));
        Assert.Equal(
            changes.Where(change => reference.Facts.LockOf(change.Quarter) is null).Select(change => (change.Quarter, change.Unit.Code, 16)).Order(),
            before.Keys.Where(key => ChangedLight.Differ(before[key], after[key])).Order());
        Assert.All(
            changes.Where(change => reference.Facts.LockOf(change.Quarter) is null),
            change => Assert.False(ChangedLight.Differ(change.After, after[(change.Quarter, change.Unit.Code, 16)])));
        Assert.Contains(changes, change => change is { Quarter: { Year: 2025, Number: 1 }, Unit.Reports: true, IsOtherLight: true, After.State: RagStatus.Red });
        Assert.DoesNotContain(changes, change => change.Quarter.Year == 2024 && change.Unit.Reports);
    }

    private async Task<IReadOnlyList<ChangedLight>> ChangesAsync(ReferenceData reference, Trial trial) =>
        new LightChanges(reference, await TableAsync(reference), reference.Facts.Plan.Regions.All).Of(trial);

    private async Task<Dictionary<(Quarter Quarter, string Unit, int Indicator), IndicatorRating>> RatingsAsync(ReferenceData reference)
    {
        var table = await TableAsync(reference);
        return (
            from period in reference.Facts.Periods
            where period.OpenedAt is not null
            from unit in reference.Facts.Plan.Regions.All
            from indicator in reference.Facts.Plan.Indicators
            select table.RateInForce(reference, unit, indicator.Number, period.Quarter))
            .ToDictionary(rating => (rating.Quarter, rating.UnitCode, rating.Indicator.Number));
    }

    private async Task<FigureTable> TableAsync(ReferenceData reference)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        return await FigureTable.ReadAsync(
            db, reference.Facts, [.. reference.Facts.Periods.Select(period => period.Quarter)], FigureBasis.Submitted, unitId: null, indicatorId: null, CancellationToken.None);
    }
}
