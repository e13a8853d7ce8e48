using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Users;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Workbench;

public sealed class AdministrationQueriesTests(DemoDatabase demo, PostgresFixture postgres) : IClassFixture<DemoDatabase>
{
    [Theory]
    [InlineData(UserRole.Admin, 3)]
    [InlineData(UserRole.Bureau, 3)]
    [InlineData(UserRole.Auditor, 2)]
    [InlineData(UserRole.Leader, 2)]
    public async Task Read_ARole_TakesFewStatementsAndSeesWhatItMayManage(UserRole role, int expected)
    {
        var person = await TestPeople.AddAsync(demo.Services, role);
        var overview = await ReadAsync(demo.Services, person);

        var statements = await demo.Statements.DuringAsync(() => ReadAsync(demo.Services, person));

        Assert.Equal(expected, statements);
        Assert.Equal(
            (role == UserRole.Admin, role == UserRole.Bureau, role == UserRole.Bureau),
            (overview.Accounts is not null, overview.Reference is not null, overview.Standings.Count > 0));
    }

    [Fact]
    public async Task Read_Bureau_FindsWhatTheDemoLacks()
    {
        var overview = await ReadAsync(demo.Services, await TestPeople.AddAsync(demo.Services, UserRole.Bureau));
        var gaps = overview.Reference!;

        Assert.Equal(["16 霍林郭勒市"], gaps.RequiredBaselines.Select(Names));
        Assert.Equal(2025, gaps.Year);
        Assert.Equal(["15 库伦旗 开发区", "16 库伦旗 开发区", "20 库伦旗 开发区"], gaps.Targets.Select(Names));
        Assert.Equal((27, 27, 6), (gaps.BaselinesDue, gaps.TargetsDue, gaps.TargetsMissing));
        Assert.Equal(37, overview.Of(Quarter.Parse("2025Q3"), ValueStatus.CityReview));
        Assert.All(overview.Standings, standing => Assert.True(overview.Facts.Period(standing.Quarter).AcceptsReview));

        static string Names(MissingFrom missing) => $"{missing.Indicator.Number} {string.Join(' ', missing.Units.Select(unit => unit.ShortName))}";
    }

    [Fact]
    public async Task Read_Admin_NamesUnitsAndDepartmentsWithoutAnAccount()
    {
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        var admin = await TestPeople.AddAsync(services, UserRole.Admin);
        var clerk = await TestPeople.AddAsync(services, UserRole.Clerk, NaimanOffice.Naiman);
        await TestPeople.AddAsync(services, UserRole.DepartmentReviewer, departmentId: "shengtai");

        var accounts = (await ReadAsync(services, admin)).Accounts!;

        Assert.Equal((1, 9, 8), (accounts[UserRole.Clerk].Accounts, accounts[UserRole.Clerk].Bodies, accounts[UserRole.Clerk].Missing.Count));
        Assert.DoesNotContain("奈曼旗", accounts[UserRole.Clerk].Missing);
        Assert.Contains("奈曼旗", accounts[UserRole.CountyReviewer].Missing);

        // 市住建局 leads most indicators, and reviews them in a role of its own.
        Assert.Equal(["市水务局", "市综合执法局"], accounts[UserRole.DepartmentReviewer].Missing);
        Assert.Equal(["市住建局"], accounts[UserRole.Bureau].Missing);
        Assert.Empty(accounts[UserRole.Admin].Missing);
        Assert.Equal((3, 0, 3), (accounts.Enabled, accounts.Disabled, accounts.NeverUsed));

        await services.GetRequiredService<UserService>().DisableAsync(admin, clerk.UserId, CancellationToken.None);
        accounts = (await ReadAsync(services, admin)).Accounts!;
        Assert.Equal((2, 1, 9), (accounts.Enabled, accounts.Disabled, accounts[UserRole.Clerk].Missing.Count));
    }

    [Fact]
    public async Task Read_EveryQuarterLocked_MissesNothingThatCannotBeSetAnyMore()
    {
        await using var services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        var bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        var periods = services.GetRequiredService<PeriodService>();
        var overview = await ReadAsync(services, bureau);
        Assert.NotEqual((0, 0), (overview.Reference!.BaselinesMissing, overview.Reference.TargetsMissing));

        foreach (var period in overview.Facts.Periods)
        {
            await periods.OpenAsync(bureau, period.Quarter, new DateOnly(2026, 12, 1), CancellationToken.None);
            await periods.CloseAsync(bureau, period.Quarter, CancellationToken.None);
            await periods.LockAsync(bureau, period.Quarter, CancellationToken.None);
        }

        overview = await ReadAsync(services, bureau);
        Assert.Equal((0, 0), (overview.Reference!.BaselinesMissing, overview.Reference.TargetsMissing));
        Assert.Empty(overview.Standings);
    }

    private static Task<AdministrationOverview> ReadAsync(IServiceProvider services, Caller caller) =>
        services.GetRequiredService<AdministrationQueries>().ReadAsync(caller, CancellationToken.None);
}
