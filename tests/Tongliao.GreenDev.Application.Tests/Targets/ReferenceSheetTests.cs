using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Audit;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Application.Targets;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Targets;

/// <summary>总表: all baselines and targets read, proposed and recorded as one, on PostgreSQL.</summary>
public sealed class ReferenceSheetTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Document = "通建发〔2024〕5号";
    private const string Naiman = "150525";
    private const string Kailu = "150523";

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2024, 6, 30, 2, 0, 0, TimeSpan.Zero));
    private ServiceProvider services = null!;
    private Caller bureau = null!;

    private ReferenceSheetService Service => services.GetRequiredService<ReferenceSheetService>();

    public async ValueTask InitializeAsync()
    {
        services = PostgresFixture.ServicesFor(await postgres.CreateDatabaseAsync(), time);
        bureau = await TestPeople.AddAsync(services, UserRole.Bureau);
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    [Fact]
    public async Task Sheet_OfANewPlan_HasTheSumsAlone_AndSaysWhatIsMissingForWhichLight()
    {
        var (sheet, needs) = await SheetAsync();

        Assert.Equal(
            ["15 2023", "15 2024", "15 2025", "16 2023", "16 2024", "16 2025", "20 2023", "20 2024", "20 2025"],
            sheet.ColumnsOf(all: false).Select(column => $"{column.Indicator.Number} {column.Year}"));
        Assert.All(needs, need => Assert.Equal(9, need.Units.Count));
        Assert.Equal(
            [
                "16 2025 2023年基数 True",
                "15 2024 2024年分解指标 False", "15 2024 2023年基数 False", "15 2025 2025年分解指标 False", "15 2025 2023年基数 False",
                "16 2024 2024年分解指标 False", "16 2025 2025年分解指标 False",
                "20 2024 2024年分解指标 False", "20 2024 2023年基数 False", "20 2025 2025年分解指标 False", "20 2025 2023年基数 False",
            ],
            needs.Select(need => $"{need.Indicator.Number} {need.Year} {need.What} {need.IsRequired}"));
    }

    [Fact]
    public async Task Sheet_OfEveryIndicator_HasEachYearsTarget_AndBaselinesOfSumsOnly()
    {
        var (sheet, _) = await SheetAsync();

        Assert.Equal((21 * 2) + 3, sheet.Columns.Count);
        Assert.Equal([15, 16, 20], sheet.Columns.Where(column => column.IsBaseline).Select(column => column.Indicator.Number));
    }

    [Fact]
    public async Task Sheet_OfDemoData_MissesTheYearEndThatWasNotReported_AndProposesWhatAddsUp()
    {
        await using var demo = PostgresFixture.ServicesFor(await postgres.CreateDemoDatabaseAsync(), new FakeTimeProvider(PostgresFixture.DemoNow));
        var person = await TestPeople.AddAsync(demo, UserRole.Bureau);
        await using (var db = await demo.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync())
        {
            Assert.NotEmpty(await db.UnitTargets.ToListAsync());
        }

        var (sheet, needs) = await demo.GetRequiredService<ReferenceSheetQueries>().SheetAsync(person, CancellationToken.None);

        Assert.DoesNotContain(needs, need => need.Units.Count == 0);
        Assert.Contains(sheet.Weights, weights => weights.Name.EndsWith("建成区面积", StringComparison.Ordinal));
        var units = sheet.Units.Select(unit => unit.Code).ToList();
        foreach (var column in sheet.Columns.Where(column => column.City is not null && column.Indicator.IsSum))
        {
            var proposals = sheet.Weights.Where(weights => weights.IndicatorNumber is null || weights.IndicatorNumber == column.Indicator.Number)
                .Select(weights => weights.Propose(column, units)).OfType<IReadOnlyDictionary<string, decimal>>().ToList();
            Assert.NotEmpty(proposals);
            Assert.All(proposals, parts => Assert.Equal(column.City!.Value, parts.Values.Sum()));
        }
    }

    [Fact]
    public async Task Needs_OfAYearThatIsOver_AreTold_ThoughItsLastQuarterWasNeverOpened()
    {
        time.SetUtcNow(new DateTimeOffset(2025, 2, 1, 2, 0, 0, TimeSpan.Zero));

        var (_, needs) = await SheetAsync();

        var yearEnds = needs.Where(need => need is { Year: 2025, What: "2024年末数（2024年四季度填报）" }).ToList();
        Assert.Equal([12, 15, 16, 20], yearEnds.Select(need => need.Indicator.Number));
        Assert.All(yearEnds, need => Assert.Equal((true, 9), (need.IsRequired, need.Units.Count)));
    }

    [Fact]
    public async Task Needs_GoByTheReadingsInForce()
    {
        Assert.DoesNotContain((await SheetAsync()).Needs, need => need.Indicator.Number == 12);
        await services.GetRequiredService<RuleService>().DecideAsync(
            bureau,
            new DecideRules([new ReadingTerm("Q1", "points"), new ReadingTerm("Q3", "year")], new DateOnly(2024, 1, 1), Document, "市人民政府", "自治区答复口径", IsCorrection: false, Version: null),
            CancellationToken.None);

        var (_, needs) = await SheetAsync();

        Assert.Equal(
            ["12 2024 2023年基数 True", "16 2025 2023年基数 True"],
            needs.Where(need => need.What.EndsWith("基数", StringComparison.Ordinal)).Select(need => $"{need.Indicator.Number} {need.Year} {need.What} {need.IsRequired}"));
    }

    [Fact]
    public async Task Set_AsksOnlyForTheCellsThatAreWritten()
    {
        await Service.SetAsync(bureau, Confirmed(Target(Naiman, 20, 2024, 6), Baseline(Naiman, 16, 1.25m)), CancellationToken.None);
        await Service.SetAsync(bureau, Confirmed(Target(Kailu, 15, 2025, 8)), CancellationToken.None);

        Assert.Equal(1, await Service.SetAsync(bureau, Confirmed(Target(Kailu, 20, 2025, 8)), CancellationToken.None));
        var stale = await Assert.ThrowsAsync<RefusalException>(() => Service.SetAsync(bureau, Confirmed(Baseline(Kailu, 16, 1), Baseline(Naiman, 16, 1)), CancellationToken.None));
        Assert.StartsWith("奈曼旗第16项2023年基数在您打开之后已被修改", stale.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_TargetsAndBaselines_AreRecordedTogether_EachWithItsAudit_AndReadBack()
    {
        Assert.Equal(3, await Service.SetAsync(bureau, Confirmed(Target(Naiman, 20, 2024, 6), Target(Kailu, 20, 2025, 8), Baseline(Naiman, 16, 1.25m)), CancellationToken.None));

        var (sheet, needs) = await SheetAsync();
        Assert.Equal((6m, 1, Document), (sheet[new(Naiman, 20, 2024)].Value, sheet[new(Naiman, 20, 2024)].Version, sheet[new(Naiman, 20, 2024)].Document));
        Assert.Equal((8m, 1.25m), (sheet[new(Kailu, 20, 2025)].Value, sheet[new(Naiman, 16, null)].Value));
        Assert.DoesNotContain(needs.Single(need => need.What == "2023年基数" && need.Indicator.Number == 16).Units, unit => unit.Code == Naiman);
        await using var db = await ContextAsync();
        Assert.Equal([new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1)], await db.UnitTargets.OrderBy(target => target.Year).Select(target => target.EffectiveFrom).ToListAsync());
        Assert.Equal(2, await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.TargetSet));
        Assert.Equal(1, await db.AuditEvents.CountAsync(audit => audit.Kind == AuditKinds.BaselineSet));
    }

    [Fact]
    public async Task Set_OneCellChangedMeanwhile_NothingIsRecorded_AndTheCellIsNamed()
    {
        await Service.SetAsync(bureau, Confirmed(Target(Naiman, 20, 2024, 6)), CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() =>
            Service.SetAsync(bureau, Confirmed(Target(Kailu, 20, 2024, 7), Target(Naiman, 20, 2024, 9)), CancellationToken.None));

        Assert.Equal(RefusalCodes.StaleVersion, refusal.Code);
        Assert.StartsWith("奈曼旗第20项2024年分解指标在您打开之后已被修改", refusal.Message, StringComparison.Ordinal);
        await using var db = await ContextAsync();
        Assert.Equal(1, await db.UnitTargets.CountAsync());
    }

    [Fact]
    public async Task Set_NotLessThanTheCity_OrNotAddingUp_AsksToBeConfirmed()
    {
        var slip = new SetReferences([Target(Naiman, 20, 2024, 60)], Document, EffectiveFrom: null, IsConfirmed: false);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => Service.SetAsync(bureau, slip, CancellationToken.None));

        Assert.Equal((RefusalCodes.ConfirmRequired, "请核对并确认：奈曼旗第20项2024年的60不小于全市目标60万平方米。"), (refusal.Code, refusal.Message));
        Assert.Equal(1, await Service.SetAsync(bureau, slip with { IsConfirmed = true }, CancellationToken.None));
        var more = new SetReferences([Target(Kailu, 20, 2024, 1)], Document, EffectiveFrom: null, IsConfirmed: false);
        var sum = await Assert.ThrowsAsync<RefusalException>(() => Service.SetAsync(bureau, more, CancellationToken.None));
        Assert.Equal("请核对并确认：第20项2024年各单位合计61，超过全市目标60万平方米。", sum.Message);
    }

    [Theory]
    [InlineData(2024, null, "通建发〔2024〕5号", null, "entries[0]", "分解指标下达后不能清空")]
    [InlineData(2024, "-1", "通建发〔2024〕5号", null, "entries[0]", "不能为负")]
    [InlineData(2024, "6", " ", null, "document", "请填写下达分解指标的文件名称或文号")]
    [InlineData(2024, "6", "通建发〔2024〕5号", "2025-01-01", "effectiveFrom", "最晚为2024-12-31")]
    [InlineData(null, "1.23456", null, null, "entries[0]", "小数")]
    public async Task Set_Wrong_IsRefusedAtItsField(int? year, string? value, string? document, string? from, string field, string words)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var entry = new ReferenceEntry(new ReferenceKey(Naiman, 20, year), value is null ? null : decimal.Parse(value, invariant), 0);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => Service.SetAsync(
            bureau, new SetReferences([entry], document, from is null ? null : DateOnly.Parse(from, invariant), IsConfirmed: true), CancellationToken.None));

        Assert.Contains(words, Assert.Single(refusal.Errors, fault => fault.Field == field).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_TwiceOneCell_OrNone_IsRefused()
    {
        var twice = await Assert.ThrowsAsync<RefusalException>(() => Service.SetAsync(bureau, Confirmed(Target(Naiman, 20, 2024, 6), Target(Naiman, 20, 2024, 7)), CancellationToken.None));
        var none = await Assert.ThrowsAsync<RefusalException>(() => Service.SetAsync(bureau, Confirmed(), CancellationToken.None));

        Assert.Equal(["entries", "entries"], [twice.Errors[0].Field, none.Errors[0].Field]);
    }

    [Theory]
    [InlineData(UserRole.Clerk)]
    [InlineData(UserRole.CountyReviewer)]
    [InlineData(UserRole.DepartmentReviewer)]
    [InlineData(UserRole.Leader)]
    [InlineData(UserRole.Admin)]
    [InlineData(UserRole.Auditor)]
    public async Task NotTheBureau_NeitherReadsNorSets(UserRole role)
    {
        var other = await TestPeople.AddAsync(services, role);

        await Assert.ThrowsAsync<RefusalException>(() => services.GetRequiredService<ReferenceSheetQueries>().SheetAsync(other, CancellationToken.None));
        await Assert.ThrowsAsync<RefusalException>(() => Service.SetAsync(other, Confirmed(Target(Naiman, 20, 2024, 6)), CancellationToken.None));
        await using var db = await ContextAsync();
        Assert.Empty(await db.UnitTargets.ToListAsync());
    }

    private static ReferenceEntry Target(string unit, int indicator, int year, decimal value) => new(new ReferenceKey(unit, indicator, year), value, 0);

    private static ReferenceEntry Baseline(string unit, int indicator, decimal value) => new(new ReferenceKey(unit, indicator, null), value, 0);

    private static SetReferences Confirmed(params IReadOnlyList<ReferenceEntry> entries) => new(entries, Document, EffectiveFrom: null, IsConfirmed: true);

    private Task<(ReferenceSheet Sheet, IReadOnlyList<LightNeed> Needs)> SheetAsync() =>
        services.GetRequiredService<ReferenceSheetQueries>().SheetAsync(bureau, CancellationToken.None);

    private Task<GreenDevDbContext> ContextAsync() => services.GetRequiredService<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
}
