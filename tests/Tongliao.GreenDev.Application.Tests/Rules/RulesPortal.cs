using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rules;

/// <summary>Demo data in January 2026: 2025Q3 is closed, 2025Q4 open, all before them locked.</summary>
internal sealed class RulesPortal(ServiceProvider services, FakeTimeProvider time, Caller bureau) : IAsyncDisposable
{
    public Caller Bureau => bureau;

    public ServiceProvider Services => services;

    public static async Task<RulesPortal> StartAsync(PostgresFixture postgres)
    {
        var time = new FakeTimeProvider(PostgresFixture.DemoNow);
        var services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), time);
        return new RulesPortal(services, time, await TestPeople.AddAsync(services, UserRole.Bureau));
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<WhatIf> TryAsync(params IReadOnlyList<RuleTerm> terms) => Get<WhatIfQueries>().TryAsync(bureau, terms, from: null, CancellationToken.None);

    public Task<IReadOnlyList<Release>> DecideAsync(DateOnly from, bool isCorrection, params IReadOnlyList<RuleTerm> terms)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return Get<RuleService>().DecideAsync(
            bureau, new DecideRules(terms, from, "通政办发〔2026〕1号", "市人民政府办公室", "上级目标调整", isCorrection, Version: null), CancellationToken.None);
    }

    /// <summary>Every rating of every opened quarter, as it is published now.</summary>
    public async Task<Dictionary<(Quarter Quarter, string Unit, int Indicator), IndicatorRating>> RatingsAsync()
    {
        await using var db = await Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var reference = await Get<PlanCatalogue>().NamedAsync(key: null, CancellationToken.None);
        var facts = reference.Facts;
        var table = await FigureTable.ReadAsync(
            db, facts, [.. facts.Periods.Select(period => period.Quarter)], FigureBasis.Submitted, unitId: null, indicatorId: null, CancellationToken.None);
        return (
            from period in facts.Periods
            where period.OpenedAt is not null
            from unit in facts.Plan.Regions.All
            from indicator in facts.Plan.Indicators
            select table.RateInForce(reference, unit, indicator.Number, period.Quarter))
            .ToDictionary(rating => (rating.Quarter, rating.UnitCode, rating.Indicator.Number));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
