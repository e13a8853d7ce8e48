using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Periods;

public sealed class PeriodQueriesTests(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public async ValueTask InitializeAsync() => services = PostgresFixture.ServicesFor(
        await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2026, 1, 12, 2, 0, 0, TimeSpan.Zero)));

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Overview_NothingOpenedYet_EverythingIsEmptyAndEveryUnitUnfinished()
    {
        var rows = await OverviewAsync(UserRole.Bureau);

        Assert.Equal(["2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3", "2025Q4"], rows.Select(row => row.Period.Quarter.ToString()));
        Assert.All(rows, row => Assert.Equal((189, 189, 189, 9), (row.Total, row.Of(ValueStatus.Empty), row.Pending, row.Unfinished.Count)));
    }

    [Fact]
    public async Task Overview_DemoData_TellsWhatALockWouldLeavePending()
    {
        await services.DisposeAsync();
        services = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));

        var rows = await OverviewAsync(UserRole.Bureau);

        // 霍林郭勒市 let the first quarter pass.
        Assert.Equal((21, 168, 1), (rows[0].Pending, rows[0].ReachedCity, rows[0].Unfinished.Count));
        Assert.All(rows.Take(6).Skip(1), row => Assert.Equal((0, 189, 0), (row.Pending, row.ReachedCity, row.Unfinished.Count)));
        Assert.All(rows, row => Assert.Equal(189, Enum.GetValues<ValueStatus>().Sum(row.Of)));

        // Of 2025Q3 the story keeps #6 and #21 of 扎鲁特旗 as drafts, #9 of 科左后旗 returned and #11 of 库伦旗 opened again.
        var third = rows[6];
        Assert.Equal((185, 2, 2), (third.ReachedCity, third.Of(ValueStatus.Draft), third.Of(ValueStatus.Returned)));
        Assert.Equal(["科左后旗", "库伦旗", "扎鲁特旗"], third.Unfinished.Select(unit => unit.ShortName));
        Assert.Equal(189 - third.Of(ValueStatus.Accepted), third.Pending);
    }

    [Theory]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Admin)]
    [InlineData(UserRole.Auditor)]
    public async Task Overview_NotTheBureau_IsForbidden(UserRole role)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => OverviewAsync(role));

        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
    }

    private async Task<IReadOnlyList<PeriodProgress>> OverviewAsync(UserRole role) => await services.GetRequiredService<PeriodQueries>()
        .OverviewAsync(await TestPeople.AddAsync(services, role), CancellationToken.None);
}
