using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Checks;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Periods;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Checks;

/// <summary>The bureau sets a threshold: it is recorded, and what is stored is asked by it from then on.</summary>
public sealed class CheckServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private static readonly Quarter Period = Quarter.Parse("2025Q3");

    private ServiceProvider services = null!;
    private Caller bureau = null!;
    private Caller clerk = null!;

    private CheckService Checks => services.GetRequiredService<CheckService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(
            await postgres.CreateDatabaseAsync(), new FakeTimeProvider(new DateTimeOffset(2025, 10, 9, 2, 0, 0, TimeSpan.Zero)));
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
        foreach (var quarter in new[] { Period.Previous, Period })
        {
            await services.GetRequiredService<PeriodService>().OpenAsync(bureau, quarter, new DateOnly(2025, 10, 15), CancellationToken.None);
        }

        await SaveAsync(Period.Previous, 200, 241);
        await SaveAsync(Period, 200, 500);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Set_ForOneField_NoLongerAsksThere_AndAsksEverybodyElseAsBefore()
    {
        Assert.Equal(new CheckHits(1, 0), await LeapsAsync(bureau));

        await Checks.SetAsync(bureau, Command(new CheckSetting("factor", 3, 2, InputKey.Denominator)), CancellationToken.None);

        Assert.Equal(CheckHits.None, await LeapsAsync(bureau));
        var facts = await services.GetRequiredService<PlanCatalogue>().FirstAsync(CancellationToken.None);
        Assert.Equal(2, facts.Checks.Limits.Leap);
    }

    [Fact]
    public async Task Hits_OfAnExplainedFinding_AreNotOpen_AndStayExplainedUnderAnotherThreshold()
    {
        var entry = (await services.GetRequiredService<ReportQueries>().ReportAsync(clerk, new ReportKey(Naiman, Period), CancellationToken.None)).Entries[1];
        await SaveAsync(Period, 200, 500, 1, new Explanation(entry.Findings[0].Key!, "并入两个苏木，嘎查村数增加。"));
        await Checks.SetAsync(bureau, Command(new CheckSetting("factor", 1.5m)), CancellationToken.None);

        Assert.Equal(new CheckHits(1, 1), await LeapsAsync(bureau));
    }

    [Fact]
    public async Task Hits_OfAnotherCounty_AreNotTold()
    {
        var neighbour = await TestPeople.AddAsync(services, UserRole.Clerk, "150524");

        Assert.Equal(CheckHits.None, await LeapsAsync(neighbour));
        Assert.Equal(new CheckHits(1, 0), await LeapsAsync(clerk));
    }

    [Fact]
    public async Task Hits_OfTheAuditor_AreNone_TheRulesAreTold()
    {
        var overview = await OverviewAsync(await TestPeople.AddAsync(services, UserRole.Auditor));

        Assert.Null(overview.Hits);
        Assert.False(overview.MaySet);
        Assert.NotEmpty(overview.Facts.Checks.All);
    }

    [Fact]
    public async Task Set_IsAuditedWithBeforeAndAfter()
    {
        await Checks.SetAsync(bureau, Command(new CheckSetting("factor", 3)), CancellationToken.None);

        await using var db = await services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var audit = await db.AuditEvents.SingleAsync(entry => entry.Kind == AuditKinds.CheckSet);
        Assert.Equal("check 13", audit.Subject);
        Assert.Contains("变动倍数2倍", audit.Before, StringComparison.Ordinal);
        Assert.Contains("变动倍数3倍", audit.After, StringComparison.Ordinal);
        Assert.Contains("普查后口径扩大", audit.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UserRole.Clerk)]
    [InlineData(UserRole.CountyReviewer)]
    [InlineData(UserRole.DepartmentReviewer)]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Admin)]
    [InlineData(UserRole.Auditor)]
    public async Task Set_ByAnotherRole_IsRefused(UserRole role)
    {
        var other = await TestPeople.AddAsync(
            services, role, role is UserRole.Clerk or UserRole.CountyReviewer ? Naiman : null, role == UserRole.DepartmentReviewer ? "shuiwu" : null);

        var refused = await Assert.ThrowsAsync<RefusalException>(() => Checks.SetAsync(other, Command(new CheckSetting("factor", 3)), CancellationToken.None));

        Assert.Equal("只有市住建局可以设定校核规则。", refused.Message);
    }

    [Theory]
    [InlineData("factor", 0.5, null, null, "“变动倍数”应在1.2至20之间，小数最多4位。")]
    [InlineData("factor", 2.00001, null, null, "“变动倍数”应在1.2至20之间，小数最多4位。")]
    [InlineData("factor", 2, null, null, "校核13的阈值没有改动，不用保存。")]
    [InlineData("share", 2, null, null, "校核13没有这个阈值。")]
    [InlineData("factor", 3, 1, InputKey.Amount, "校核13没有这个阈值。")]
    [InlineData("factor", 3, 99, InputKey.Denominator, "校核13没有这个阈值。")]
    [InlineData("least_difference", 3, 1, InputKey.Denominator, "校核13没有这个阈值。")]
    public async Task Set_WhatCannotBe_IsRefused(string parameter, double value, int? indicator, InputKey? field, string message)
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(
            () => Checks.SetAsync(bureau, Command(new CheckSetting(parameter, (decimal)value, indicator, field)), CancellationToken.None));

        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public async Task Set_TenAtOnceOnOneVersion_OneIsStored()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(3, 10).Select(async factor =>
        {
            try
            {
                await Checks.SetAsync(bureau, Command(new CheckSetting("factor", factor)) with { Version = 1 }, CancellationToken.None);
                return "stored";
            }
            catch (RefusalException refused)
            {
                return refused.Code;
            }
        }));

        Assert.Equal(1, outcomes.Count(outcome => outcome == "stored"));
        Assert.Equal(9, outcomes.Count(outcome => outcome == RefusalCodes.StaleVersion));
    }

    private static SetCheckRule Command(CheckSetting setting) => new(13, [setting], "普查后口径扩大");

    private async Task<CheckHits> LeapsAsync(Caller caller)
    {
        var overview = await OverviewAsync(caller);
        return overview.HitsOf(overview.Facts.Checks[CheckCode.Leap]);
    }

    private Task<CheckOverview> OverviewAsync(Caller caller) =>
        services.GetRequiredService<CheckQueries>().OverviewAsync(caller, Period, CancellationToken.None);

    private async Task SaveAsync(Quarter quarter, decimal numerator, decimal denominator, int version = 0, params Explanation[] explanations)
    {
        var statement = new Statement { Inputs = new ReportedInputs { Numerator = numerator, Denominator = denominator }, Explanations = explanations };
        var outcomes = await services.GetRequiredService<DraftService>().SaveAllAsync(
            clerk, [new SaveValue(new ValueKey(Naiman, quarter, 2), statement, version, Guid.CreateVersion7())], CancellationToken.None);
        outcomes[0].Require();
    }
}
