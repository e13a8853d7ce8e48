using Tongliao.GreenDev.Application.Access;
using Tongliao.GreenDev.Application.Corrections;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Rating;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rules;

/// <summary>试算: what a trial says is what the change makes of the lights, and no reader is told by it what they may not see.</summary>
public sealed class WhatIfTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Naiman = "150525";

    private RulesPortal portal = null!;

    public async ValueTask InitializeAsync() => portal = await RulesPortal.StartAsync(postgres);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    // Thirty random decisions, one on top of the other, with and without 更正: every rating of every quarter is what the trial said.
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Try_ThenDecided_EveryRatingIsWhatWasSaid(int seed)
    {
        var random = new Random(seed);
        var facts = await portal.Get<PlanCatalogue>().FirstAsync(CancellationToken.None);
        for (var round = 0; round < 10; round++)
        {
            var (from, isCorrection) = (new DateOnly(2024 + random.Next(2), (random.Next(4) * 3) + 1, 1), random.Next(2) == 0);
            var terms = RandomTerms.Of(facts, random);
            var before = await portal.RatingsAsync();
            var said = await portal.Get<WhatIfQueries>().TryAsync(portal.Bureau, terms, from, CancellationToken.None);

            var releases = await portal.DecideAsync(from, isCorrection, terms);

            var after = await portal.RatingsAsync();
            var expected = said.Open.Concat(isCorrection ? said.Locked : []).ToDictionary(
                change => (change.Quarter, change.Unit.Code, change.Before.Indicator.Number));
            Assert.All(after, pair =>
            {
                var then = expected.TryGetValue(pair.Key, out var change) ? change.After : before[pair.Key];
                Assert.False(ChangedLight.Differ(then, pair.Value), $"{seed}/{round} {pair.Key}: said {then.State} {then.Value}, came {pair.Value.State} {pair.Value.Value}; {RuleWords.Of(facts, terms)}");
            });
            Assert.Equal(
                isCorrection ? said.Locked.Select(change => change.Quarter).Distinct().Order() : [], releases.Select(release => release.Quarter).Order());
        }
    }

    [Fact]
    public async Task Try_OtherNumbersOfAnApprovedValue_IsWhatTheCorrectionMakes()
    {
        var colleague = await TestPeople.AddAsync(portal.Services, UserRole.Bureau);
        var key = new ValueKey(Naiman, Quarter.Parse("2025Q2"), 10);
        var inputs = new ReportedInputs { Numerator = 60, Denominator = 100 };
        var before = await portal.RatingsAsync();
        var said = await portal.TryAsync(new InputTerm(key, inputs));
        var version = (await portal.Get<ReportQueries>().ReportAsync(portal.Bureau, key.Report, CancellationToken.None))
            .Entries.Single(entry => entry.Indicator.Number == 10).Version;

        var id = await portal.Get<CorrectionService>().RequestAsync(
            portal.Bureau, new RequestCorrection(key, inputs, "台账有误，重新核定。", "管网检修，处理量减少。", version), CancellationToken.None);
        await portal.Get<CorrectionService>().DecideAsync(colleague, new DecideCorrection(id, IsApproved: true, "核实无误，同意。"), CancellationToken.None);

        var after = await portal.RatingsAsync();
        Assert.NotEmpty(said.Locked);
        var expected = said.Changes.ToDictionary(change => (change.Quarter, change.Unit.Code, change.Before.Indicator.Number));
        Assert.All(after.Where(pair => pair.Key.Indicator == 10), pair => Assert.False(
            ChangedLight.Differ(expected.TryGetValue(pair.Key, out var change) ? change.After : before[pair.Key], pair.Value)));
    }

    [Fact]
    public async Task Try_StoresNothing()
    {
        var before = await portal.RatingsAsync();

        var trial = await portal.TryAsync(new ReadingTerm("Q4", "all"), new IndicatorTerm(3, new IndicatorChange { Tolerance = 50 }));

        Assert.NotEmpty(trial.Open);
        Assert.NotEmpty(trial.Locked);
        Assert.All(await portal.RatingsAsync(), pair => Assert.False(ChangedLight.Differ(before[pair.Key], pair.Value)));
    }

    // What it takes the place of holds from 2025 on, and would prevail over a trial from 2024 on.
    [Fact]
    public async Task Try_WithoutADay_BeginsWithWhatItTakesThePlaceOf()
    {
        await portal.DecideAsync(new DateOnly(2025, 4, 1), isCorrection: false, new IndicatorTerm(3, new IndicatorChange { Tolerance = 1 }));

        var trial = await portal.TryAsync(new IndicatorTerm(3, new IndicatorChange { Tolerance = 60 }));

        Assert.Equal(new DateOnly(2025, 4, 1), trial.From);
        Assert.NotEmpty(trial.Open);
        Assert.Equal(new DateOnly(2024, 1, 1), (await portal.TryAsync(new IndicatorTerm(4, new IndicatorChange { Tolerance = 1 }))).From);
    }

    [Fact]
    public async Task Try_ByACounty_OnlyItsOwn_AndItIsToldNoOthersNumber()
    {
        var clerk = await TestPeople.AddAsync(portal.Services, UserRole.Clerk, Naiman);
        var own = new InputTerm(new ValueKey(Naiman, Quarter.Parse("2025Q3"), 3), new ReportedInputs { Numerator = 1, Denominator = 100 });

        var trial = await TryAsync(clerk, own);
        var foreign = await Assert.ThrowsAsync<RefusalException>(() => TryAsync(clerk, own with { Key = own.Key with { UnitCode = "150524" } }));
        var rule = await Assert.ThrowsAsync<RefusalException>(() => TryAsync(clerk, own, new ReadingTerm("Q5", "more-than")));

        Assert.Contains(trial.Changes, change => change.Unit.Code == Naiman && change.After.State == RagStatus.Red);
        Assert.All(trial.Changes, change => Assert.True(change.Unit.Code is Naiman or "150500"));
        Assert.Equal(
            ("forbidden", "县级只能试算本地区的填报数、分解指标和基数。", "forbidden"), (foreign.Code, foreign.Message, rule.Code));
    }

    // The city's value of an indicator of the centre is made from two: whoever moves one number would read the other off the light.
    [Fact]
    public async Task Try_ByACounty_WhereTheCitysNumberIsWithheld_TheCitysLightDoesNotMove()
    {
        var facts = await portal.Get<PlanCatalogue>().FirstAsync(CancellationToken.None);
        var (centre, open) = (facts.Plan.Units.First(unit => unit.IsIn(UnitSet.CentralUrban)), Quarter.Parse("2025Q4"));
        var clerk = await TestPeople.AddAsync(portal.Services, UserRole.Clerk, centre.Code);
        foreach (var numerator in new[] { 0m, 20, 40, 60, 80, 100 })
        {
            var trial = await TryAsync(clerk, new InputTerm(new ValueKey(centre.Code, open, 1), new ReportedInputs { Numerator = numerator, Denominator = 100 }));
            Assert.All(trial.Changes, change => Assert.Equal((centre.Code, false, false), (change.Unit.Code, change.Before.IsWithheld, change.After.IsWithheld)));
        }
    }

    [Fact]
    public async Task Try_ByARoleThatReadsNoValues_IsRefused()
    {
        var reader = await TestPeople.AddAsync(portal.Services, UserRole.Auditor);

        Assert.Equal("forbidden", (await Assert.ThrowsAsync<RefusalException>(() => TryAsync(reader, new ReadingTerm("Q5", "more-than")))).Code);
    }

    public static TheoryData<RuleTerm, string> Impossible => new()
    {
        { new IndicatorTerm(3, new IndicatorChange()), "第3项可以调整目标值、预警容差、时序进度和计入范围；其他口径请按待确认问题的读法调整。" },
        { new IndicatorTerm(3, new IndicatorChange { Targets = [new TargetChange(2026, 1, null, null, null)] }), "方案没有2026年的目标，请选择2024至2025年。" },
        { new IndicatorTerm(3, new IndicatorChange { Targets = [new TargetChange(2025, 101, null, null, null)] }), "第3项2025年的目标值不在可能的范围内（%），小数最多4位。" },
        { new IndicatorTerm(3, new IndicatorChange { Tolerance = -1 }), "第3项的预警容差应在0至100之间，小数最多4位。" },
        { new IndicatorTerm(16, new IndicatorChange { ProgressCurve = [0.5m, 0.4m, 0.8m, 1] }), "第16项的时序进度应为由小到大的四个百分数，末值为100%，小数最多2位。" },
        { new IndicatorTerm(3, new IndicatorChange { ProgressCurve = [0, 0, 0, 1] }), "第3项不是累计量，没有时序进度曲线。" },
        { new InputTerm(new ValueKey(Naiman, Quarter.Parse("2025Q3"), 3), new ReportedInputs { Numerator = 3 }), "第3项应依次写出生活垃圾收运处置体系覆盖的行政村（嘎查村）数、行政村（嘎查村）总数。" },
        { new ReadingTerm("Q1", "unknown"), "Q1没有这种读法，请从所列读法中选择。" },
        { new WordsTerm("Q1", "按增幅"), "Q1请从所列读法中选择。" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task Try_WhatCannotBe_IsRefusedInChinese(RuleTerm term, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<RefusalException>(() => portal.TryAsync(term))).Message);

    [Fact]
    public async Task Try_TheSameTwice_OrTooMuch_IsRefused()
    {
        var term = new IndicatorTerm(3, new IndicatorChange { Tolerance = 3 });

        Assert.Equal("同一项内容写了两次，请只保留一个。", (await Assert.ThrowsAsync<RefusalException>(() => portal.TryAsync(term, term))).Message);
        Assert.Equal("一次最多20项，请分几次办理。", (await Assert.ThrowsAsync<RefusalException>(() => portal.TryAsync([.. Enumerable.Repeat(term, 21)]))).Message);
    }

    private Task<WhatIf> TryAsync(Caller caller, params IReadOnlyList<RuleTerm> terms) => portal.Get<WhatIfQueries>().TryAsync(caller, terms, from: null, CancellationToken.None);
}
