using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Demo;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Tests.Review;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Workbench;

/// <summary>Demo data once for the tests that only read it.</summary>
public sealed class DemoDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    public ServiceProvider Services { get; private set; } = null!;

    public StatementCounter Statements { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var connection = await postgres.CreateDemoDatabaseAsync();
        Statements = new StatementCounter(connection);
        Services = PostgresFixture.ServicesFor(connection, new FakeTimeProvider(PostgresFixture.DemoNow));
    }

    public async ValueTask DisposeAsync()
    {
        Statements.Dispose();
        await Services.DisposeAsync();
    }
}

public sealed class WorkbenchQueriesTests(DemoDatabase demo, PostgresFixture postgres) : IClassFixture<DemoDatabase>
{
    private const string Naiman = "150525";
    private const string Kailu = "150523";

    private WorkbenchQueries Workbenches => demo.Services.GetRequiredService<WorkbenchQueries>();

    [Theory]
    [InlineData(UserRole.Clerk, Naiman, null, 9)]
    [InlineData(UserRole.CountyReviewer, Naiman, null, 8)]
    [InlineData(UserRole.DepartmentReviewer, null, "shengtai", 5)]
    [InlineData(UserRole.Bureau, null, null, 10)]
    [InlineData(UserRole.Leader, null, null, 6)]
    [InlineData(UserRole.Admin, null, null, 5)]
    [InlineData(UserRole.Auditor, null, null, 5)]
    public async Task Read_AnyRole_TakesFewStatements(UserRole role, string? unit, string? department, int atMost)
    {
        var person = await TestPeople.AddAsync(demo.Services, role, unit, department);
        await Workbenches.ReadAsync(person, CancellationToken.None);

        var statements = await demo.Statements.DuringAsync(() => Workbenches.ReadAsync(person, CancellationToken.None));

        Assert.InRange(statements, 2, atMost);
    }

    [Fact]
    public async Task Read_Clerk_FindsOwnProgressAndWhatCameBack()
    {
        var content = await ReadAsync(UserRole.Clerk, Naiman);

        Assert.Equal("2025Q4", content.Period!.Quarter.ToString());
        var own = Assert.Single(content.Progress!.Units);
        Assert.Equal(Naiman, own.Unit.Code);
        Assert.Equal(3, own.Of(ValueStatus.Empty));
        var returned = Assert.Single(content.Returned);
        Assert.Equal(("2025Q4", 10), (returned.Quarter.ToString(), returned.Indicator.Number));
        Assert.NotEmpty(returned.Reason);
        Assert.Empty(content.Waiting);
    }

    [Theory]
    [InlineData("2025-10-13T02:00:00Z", 0, false)]
    [InlineData("2025-10-14T02:00:00Z", 1, true)]
    public async Task Read_WhatWaits_HasADueWorkingDay_AndIsOverdueAfterIt(string at, int overdue, bool isOverdue)
    {
        // Asked on Thursday 9 October; three working days on, of which Saturday 11 is one, is Monday 13.
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero));
        await using var services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        var office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.SaveAsync(office.Clerk);
        await office.SaveAsync(office.Clerk, indicator: 4);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, null, NaimanOffice.Led, 4);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Return, "请核对分母。", 4);
        time.SetUtcNow(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));

        var waiting = Assert.Single((await office.Get<WorkbenchQueries>().ReadAsync(office.CountyReviewer, CancellationToken.None)).Waiting);
        var returned = (await office.Get<WorkbenchQueries>().ReadAsync(office.Clerk, CancellationToken.None)).Returned;

        Assert.Equal((new DateOnly(2025, 10, 13), overdue), (waiting.DueOn, waiting.Overdue));
        Assert.All(returned, value => Assert.Equal((new DateOnly(2025, 10, 13), isOverdue), (value.DueOn, value.IsOverdue)));
        Assert.NotEmpty(returned);
    }

    [Fact]
    public async Task Read_CountyReviewer_FindsWhatWaitsInTheOwnUnitOnly()
    {
        var waiting = Assert.Single((await ReadAsync(UserRole.CountyReviewer, Kailu)).Waiting);
        Assert.Equal((Quarter.Parse("2025Q4"), 19, 1), (waiting.Quarter, waiting.Values, waiting.Units));
        Assert.Empty((await ReadAsync(UserRole.CountyReviewer, Naiman)).Waiting);
    }

    [Fact]
    public async Task Read_LeadDepartment_CountsOnlyTheIndicatorsItLeads()
    {
        var department = await ReadAsync(UserRole.DepartmentReviewer, department: "zonghe_zhifa");
        var bureau = await ReadAsync(UserRole.Bureau);

        // 市综合执法局 leads #13 alone: one value a unit.
        Assert.All(department.Progress!.Units, unit => Assert.Equal(1, unit.Total));
        Assert.All(department.Waiting, waiting => Assert.InRange(waiting.Values, 1, 9));
        Assert.True(department.Waiting.Sum(waiting => waiting.Values) < bureau.Waiting.Sum(waiting => waiting.Values));
    }

    [Fact]
    public async Task Read_Leader_SeesTheLightsOfTheLastFinishedQuarter()
    {
        var content = await ReadAsync(UserRole.Leader);

        Assert.Equal(("2025Q3", content.Facts.Plan.City.Code), (content.Lights!.Period.Quarter.ToString(), content.Lights.Unit.Code));
        Assert.Equal("2025Q4", content.Progress!.Period.Quarter.ToString());
    }

    [Fact]
    public async Task Read_ReviewersOfTheCity_SeeTheQuarterBeforeBeside()
    {
        var content = await ReadAsync(UserRole.Bureau);

        Assert.Equal(("2025Q4", "2025Q3"), (content.Progress!.Period.Quarter.ToString(), content.Before!.Period.Quarter.ToString()));
        Assert.Equal((185, 189), (content.Before.ReachedCity, content.Before.Total));
    }

    [Fact]
    public async Task Read_CountyWhoseQuarterHasComeIn_SeesTheLightsOfThatQuarter()
    {
        // 科左中旗 has reported 2025Q4 already, the others have not.
        Assert.Equal("2025Q4", (await ReadAsync(UserRole.Clerk, "150521")).Lights!.Period.Quarter.ToString());
        Assert.Equal("2025Q3", (await ReadAsync(UserRole.CountyReviewer, Kailu)).Lights!.Period.Quarter.ToString());
    }

    [Fact]
    public async Task Read_Auditor_SeesTheLastEntries()
    {
        var content = await ReadAsync(UserRole.Auditor);

        Assert.Equal(10, content.Audit.Count);
        Assert.Equal(content.Audit.OrderByDescending(entry => entry.Id), content.Audit);
        Assert.Null(content.Progress);
    }

    [Fact]
    public async Task Read_Admin_CountsPeopleAndSeesNoReports()
    {
        var content = await ReadAsync(UserRole.Admin);

        // Demo clerks, one a unit, and those whom other tests of this class added.
        Assert.InRange(content.Administration!.Accounts![UserRole.Clerk].Accounts, 9, 12);
        Assert.Null(content.Progress);
    }

    [Theory]
    [InlineData(UserRole.Clerk, Naiman)]
    [InlineData(UserRole.Bureau, null)]
    [InlineData(UserRole.Leader, null)]
    public async Task Read_NothingOpenedYet_HasNoPeriod(UserRole role, string? unit)
    {
        await using var empty = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), TimeProvider.System);
        var person = await TestPeople.AddAsync(empty, role, unit);

        var content = await empty.GetRequiredService<WorkbenchQueries>().ReadAsync(person, CancellationToken.None);

        Assert.Null(content.Period);
        Assert.Null(content.Progress);
    }

    [Fact]
    public async Task Read_LockedQuarter_WaitsForNobody()
    {
        await using var services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        var office = new NaimanOffice(services);
        await office.StaffAsync();
        await office.SaveAsync(office.Clerk);
        await office.SaveAsync(office.Clerk, indicator: 9);
        await office.ApplyAsync(office.Clerk, ReviewStep.Submit, reason: null, NaimanOffice.Led, 9);
        await office.ApplyAsync(office.CountyReviewer, ReviewStep.Approve);
        Assert.Equal([1, 1], await WaitingAsync());

        await office.Get<PeriodService>().LockAsync(office.Bureau, NaimanOffice.Report.Quarter, CancellationToken.None);

        Assert.Empty(await WaitingAsync());

        async Task<IEnumerable<int>> WaitingAsync()
        {
            var county = await office.Get<WorkbenchQueries>().ReadAsync(office.CountyReviewer, CancellationToken.None);
            var city = await office.Get<WorkbenchQueries>().ReadAsync(office.Bureau, CancellationToken.None);
            return county.Waiting.Concat(city.Waiting).Select(waiting => waiting.Values);
        }
    }

    private async Task<WorkbenchContent> ReadAsync(UserRole role, string? unit = null, string? department = null) =>
        await Workbenches.ReadAsync(await TestPeople.AddAsync(demo.Services, role, unit, department), CancellationToken.None);
}
