using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Baselines;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Application.Workbench;
using Tongliao.GreenDev.Domain.Notices;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Baselines;

/// <summary>基数申报: stated by the unit, adopted or returned by the bureau, on PostgreSQL.</summary>
public sealed class BaselineFilingTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Kailu = "150523";
    private const string Ground = "2023年城建统计年报";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 6, 30, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;
    private Caller clerk = null!;

    private BaselineFilingService Service => services.GetRequiredService<BaselineFilingService>();

    private BaselineFilingQueries Queries => services.GetRequiredService<BaselineFilingQueries>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
        clerk = await TestPeople.AddAsync(services, UserRole.Clerk, Naiman);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Filed_IsNoBaseline_BeforeItIsAdopted()
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        Assert.Equal(("待审核", null), await StateAsync(16));
        Assert.Null(await RecordedAsync(16));

        await Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 1), CancellationToken.None);

        Assert.Equal(("已采用", 1.5m), await StateAsync(16));
        Assert.Equal(1.5m, await RecordedAsync(16));
        await using var db = await ContextAsync();
        Assert.Equal(
            [AuditKinds.BaselineFiled, AuditKinds.BaselineFilingDecided, AuditKinds.BaselineSet],
            await db.AuditEvents.Where(audit => audit.Subject == "baseline 150525/16").OrderBy(audit => audit.Id).Select(audit => audit.Kind).ToListAsync());
    }

    [Fact]
    public async Task Adopted_AfterAnotherBaseline_IsItsNextVersion_AndTheEarlierStays()
    {
        await services.GetRequiredService<TargetService>().SetBaselineAsync(bureau, new SetBaseline(Naiman, 16, new ReportedInputs { Amount = 1 }), CancellationToken.None);
        await Service.FileAsync(clerk, File(16, 2), CancellationToken.None);
        await Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 1), CancellationToken.None);

        await using var db = await ContextAsync();
        Assert.Equal([1m, 2m], await db.Baselines.OrderBy(baseline => baseline.Version).Select(baseline => baseline.Inputs.Amount!.Value).ToListAsync());
    }

    [Fact]
    public async Task Returned_ComesBackWithItsReason_AndIsFiledAgain()
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        await RefusedAsync(RefusalCodes.ReasonRequired, () => Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: false, Reason: " ", Version: 1), CancellationToken.None));
        await Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: false, "与统计年鉴不一致", Version: 1), CancellationToken.None);

        Assert.Equal(("已退回", null), await StateAsync(16));
        Assert.Equal("与统计年鉴不一致", (await DeskAsync(clerk)).Single(line => line.Indicator.Number == 16).Decision!.Reason);
        await RefusedAsync(RefusalCodes.WrongState, () => Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 1), CancellationToken.None));
        Assert.Equal(2, (await Service.FileAsync(clerk, File(16, 1.6m) with { Version = 1 }, CancellationToken.None)).Number);
        Assert.Equal(("待审核", null), await StateAsync(16));
    }

    [Fact]
    public async Task Filed_Again_TakesThePlaceOfWhatWaits_SoThatNobodyDecidesOnTheEarlier()
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        await Service.FileAsync(clerk, File(16, 1.6m) with { Version = 1 }, CancellationToken.None);

        await RefusedAsync(RefusalCodes.StaleVersion, () => Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 1), CancellationToken.None));
        await RefusedAsync(RefusalCodes.StaleVersion, () => Service.FileAsync(clerk, File(16, 1.7m) with { Version = 1 }, CancellationToken.None));
        await Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 2), CancellationToken.None);
        Assert.Equal(1.6m, await RecordedAsync(16));
    }

    [Fact]
    public async Task Decided_ByTwoAtOnce_OnlyOneCounts()
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        var second = await TestPeople.AddAsync(services, UserRole.Bureau);

        var outcomes = await Task.WhenAll(new[] { bureau, second }.Select(async person =>
        {
            try
            {
                await Service.DecideAsync(person, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 1), CancellationToken.None);
                return "";
            }
            catch (RefusalException refused)
            {
                return refused.Code;
            }
        }));

        Assert.Equal(["", RefusalCodes.WrongState], outcomes.Order());
        await using var db = await ContextAsync();
        Assert.Equal(1, await db.Baselines.CountAsync());
    }

    [Fact]
    public async Task Decided_ByWhoeverFiled_IsRefused_WhateverTheRoleIsToday()
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        await using (var db = await ContextAsync())
        {
            await db.Users.Where(user => user.Id == clerk.UserId).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, UserRole.Bureau).SetProperty(user => user.UnitId, (int?)null));
        }

        await RefusedAsync(RefusalCodes.Forbidden, () => Service.DecideAsync(clerk, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 1), CancellationToken.None));
        Assert.False((await Queries.ListAsync(clerk, CancellationToken.None)).MayDecide((await Queries.ListAsync(clerk, CancellationToken.None)).Lines.Single(line => line.IsWaiting)));
        Assert.Null(await RecordedAsync(16));
    }

    [Fact]
    public async Task Notices_GoToTheBureau_AndBackToTheUnit()
    {
        var reviewer = await TestPeople.AddAsync(services, UserRole.CountyReviewer, Naiman);
        var other = await TestPeople.AddAsync(services, UserRole.Clerk, Kailu);
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        await Service.DecideAsync(bureau, new DecideBaseline(Naiman, 16, IsAdopted: false, "与统计年鉴不一致", Version: 1), CancellationToken.None);

        await using var db = await ContextAsync();
        var told = await db.Notices.Where(notice => notice.Kind == NoticeKind.Baseline).ToListAsync();
        Assert.Equal("奈曼旗申报了基数", Assert.Single(told, notice => notice.UserId == bureau.UserId).Title);
        Assert.Contains("退回原因：与统计年鉴不一致", Assert.Single(told, notice => notice.UserId == clerk.UserId).Text, StringComparison.Ordinal);
        Assert.Single(told, notice => notice.UserId == reviewer.UserId);
        Assert.DoesNotContain(told, notice => notice.UserId == other.UserId);
        Assert.All(told, notice => Assert.DoesNotContain("1.5", notice.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Desk_OfTheClerkHasWhatIsMissing_OfTheBureauWhatWaits()
    {
        Assert.Equal([15, 16, 20], (await DeskAsync(clerk)).Select(line => line.Indicator.Number));
        Assert.Empty(await DeskAsync(bureau));

        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);

        Assert.Equal([15, 20], (await DeskAsync(clerk)).Select(line => line.Indicator.Number));
        Assert.Equal((Naiman, 16), (await DeskAsync(bureau)).Select(line => (line.Unit.Code, line.Indicator.Number)).Single());
    }

    [Fact]
    public async Task List_OfACounty_HasItsOwnUnitOnly()
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        var other = await TestPeople.AddAsync(services, UserRole.Clerk, Kailu);

        Assert.Equal([Kailu], (await Queries.ListAsync(other, CancellationToken.None)).Lines.Select(line => line.Unit.Code).Distinct());
        Assert.Equal(27, (await Queries.ListAsync(bureau, CancellationToken.None)).Lines.Count);
        await RefusedAsync(RefusalCodes.NotFound, () => Service.FileAsync(other, File(16, 2), CancellationToken.None));
    }

    [Theory]
    [InlineData(3, "1", Ground, RefusalCodes.WrongState, "不需要申报")]
    [InlineData(16, null, Ground, RefusalCodes.InvalidValue, "请填写")]
    [InlineData(16, "-1", Ground, RefusalCodes.InvalidValue, "不能为负")]
    [InlineData(16, "1", " ", RefusalCodes.InvalidValue, "请写明依据和说明")]
    public async Task File_Wrong_IsRefused_WithWhatToDo(int indicator, string? amount, string ground, string code, string words)
    {
        var inputs = new ReportedInputs { Amount = amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) };

        var refused = await RefusedAsync(code, () => Service.FileAsync(clerk, new FileBaseline(Naiman, indicator, inputs, ground, Support: null, Version: 0), CancellationToken.None));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UserRole.CountyReviewer, Naiman)]
    [InlineData(UserRole.DepartmentReviewer, null)]
    [InlineData(UserRole.Bureau, null)]
    [InlineData(UserRole.Leader, null)]
    [InlineData(UserRole.Admin, null)]
    [InlineData(UserRole.Auditor, null)]
    public async Task NotTheClerk_DoesNotFile_NotTheBureau_DoesNotDecide(UserRole role, string? unit)
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        var other = await TestPeople.AddAsync(services, role, unit);

        await RefusedAsync(RefusalCodes.Forbidden, () => Service.FileAsync(other, File(16, 2), CancellationToken.None));
        if (role != UserRole.Bureau)
        {
            await RefusedAsync(RefusalCodes.Forbidden, () => Service.DecideAsync(other, new DecideBaseline(Naiman, 16, IsAdopted: true, Reason: null, Version: 1), CancellationToken.None));
        }
    }

    [Fact]
    public async Task Database_RefusesASecondOfOneNumber_AndAReturnWithoutReason()
    {
        await Service.FileAsync(clerk, File(16, 1.5m), CancellationToken.None);
        await using var db = await ContextAsync();

        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO baseline_filings SELECT id + 1, unit_id, indicator_id, number, ground, support, amount, billed, correction, denominator, numerator, supplied, recorded_at, recorded_by_id, recorded_by, recorded_way FROM baseline_filings"));
        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO baseline_filing_decisions (filing_id, is_adopted, reason, recorded_at, recorded_by, recorded_way) SELECT id, false, NULL, recorded_at, recorded_by, recorded_way FROM baseline_filings"));
    }

    private static FileBaseline File(int indicator, decimal amount) => new(Naiman, indicator, new ReportedInputs { Amount = amount }, Ground, "年报第3页", Version: null);

    private static async Task<RefusalException> RefusedAsync(string code, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(code, refused.Code);
        return refused;
    }

    private async Task<IReadOnlyList<BaselineFilingLine>> DeskAsync(Caller person) => (await services.GetRequiredService<WorkbenchQueries>().ReadAsync(person, CancellationToken.None)).Baselines;

    private async Task<(string Word, decimal? Baseline)> StateAsync(int indicator)
    {
        var line = (await Queries.ListAsync(clerk, CancellationToken.None)).Lines.Single(line => line.Indicator.Number == indicator);
        return (line.Word, line.Baseline?.Inputs.Amount);
    }

    private async Task<decimal?> RecordedAsync(int indicator)
    {
        var (sheet, _) = await services.GetRequiredService<ReferenceSheetQueries>().SheetAsync(bureau, CancellationToken.None);
        return sheet[new ReferenceKey(Naiman, indicator, null)].Value;
    }

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
