using Microsoft.EntityFrameworkCore;
using Tongliao.GreenDev.Application.Data;
using Tongliao.GreenDev.Application.Releases;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rules;

/// <summary>Decisions on what lights rest on (判定规则): rows with the document behind them, and locked quarters left alone unless corrected.</summary>
public sealed class RuleServiceTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateOnly From = new(2025, 1, 1);

    private RulesPortal portal = null!;

    public async ValueTask InitializeAsync() => portal = await RulesPortal.StartAsync(postgres);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Decide_AReading_RecordsTheAnswerWithItsAmendments_AndHoldsAtOnce()
    {
        await portal.DecideAsync(From, isCorrection: false, new ReadingTerm("Q4", "all"));

        var overview = await portal.Get<RuleQueries>().OverviewAsync(portal.Bureau, CancellationToken.None);
        var question = overview.Questions.Single(line => line.Question.Id == "Q4");
        var answer = Assert.Single(question.Answers);
        Assert.Equal(
            ("all", 1, From, "通政办发〔2026〕1号", "市人民政府办公室", "上级目标调整", "张三（市住建局）"),
            (answer.ReadingKey, answer.Version, answer.Decision.EffectiveFrom, answer.Decision.Document, answer.Decision.DecidedBy, answer.Decision.Reason, answer.Recorded.ByName));
        Assert.Equal([(false, true), (true, false)], question.Readings.Select(reading => (reading.Holds, reading.Changes.Count > 0)));
        Assert.Equal([1, 8, 9, 14], overview.Rules.Where(rule => rule.Versions.Count > 0).Select(rule => rule.Published.Number));
        Assert.All(overview.Rules.Where(rule => rule.Versions.Count > 0), rule => Assert.Equal(
            (CityScope.AllUnits, CityScope.CentralUrban, "Q4"), (rule.Now.CityScope, rule.Published.CityScope, rule.Versions[0].QuestionId)));
        Assert.Equal(5, overview.Version);
    }

    [Fact]
    public async Task Decide_WithCorrection_MakesReleasesOfTheQuartersItChanges_AndTheFirstStaysAsIssued()
    {
        var quarter = Quarter.Parse("2025Q2");
        var issued = await portal.Get<ReleaseQueries>().CaseAsync(portal.Bureau, quarter, 1, CancellationToken.None);

        var releases = await portal.DecideAsync(From, isCorrection: true, new IndicatorTerm(3, new IndicatorChange { Targets = [new TargetChange(2025, 95, null, null, null)] }));

        Assert.Contains(quarter, releases.Select(release => release.Quarter));
        Assert.DoesNotContain(releases, release => release.Quarter.Year == 2024);
        var last = releases.Single(release => release.Quarter == quarter);
        Assert.Equal((null, "第3项农牧区垃圾收运覆盖率：2025年目标≥95%（通政办发〔2026〕1号）"), (last.CorrectionId, last.RuleChange));
        var again = await portal.Get<ReleaseQueries>().CaseAsync(portal.Bureau, quarter, 1, CancellationToken.None);
        Assert.Equal(
            issued.Matrix.Ratings.Values.Select(rating => (rating.State, rating.Explanation)), again.Matrix.Ratings.Values.Select(rating => (rating.State, rating.Explanation)));
        var corrected = await portal.Get<ReleaseQueries>().CaseAsync(portal.Bureau, quarter, last.Number, CancellationToken.None);
        Assert.All(corrected.Line.Changes, cell => Assert.Equal(3, cell.Indicator.Number));
        Assert.NotEmpty(corrected.Line.Changes);
    }

    [Fact]
    public async Task Decide_InWords_ChangesNoLight()
    {
        var before = await portal.RatingsAsync();

        await portal.DecideAsync(From, isCorrection: false, new WordsTerm("Q7", "按当年新建民用建筑面积计算"));

        Assert.Equal("按当年新建民用建筑面积计算", (await portal.Get<RuleQueries>().OverviewAsync(portal.Bureau, CancellationToken.None))
            .Questions.Single(line => line.Question.Id == "Q7").Answers[0].Words);
        Assert.All(await portal.RatingsAsync(), pair => Assert.Equal(before[pair.Key].Explanation, pair.Value.Explanation));
    }

    [Fact]
    public async Task Decide_OnWhatHasChangedSince_IsAConflict()
    {
        var version = (await portal.TryAsync()).Version;
        await portal.DecideAsync(From, isCorrection: false, new ReadingTerm("Q5", "more-than"));

        var refused = await Assert.ThrowsAsync<RefusalException>(() => DecideAsync(new DecideRules(
            [new ReadingTerm("Q6", "uncorrected")], From, "通政办发〔2026〕2号", "市人民政府", "核定口径变化", IsCorrection: false, version)));

        Assert.Equal("stale_version", refused.Code);
        Assert.Equal(2, Assert.IsType<CurrentRules>(refused.Current).Version);
        Assert.StartsWith("判定规则在您打开之后已被张三（市住建局）修改", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_LackingWhatItHasToSay_NamesEveryField()
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(() => DecideAsync(new DecideRules([new ReadingTerm("Q5", "more-than")], null, " ", null, "无", IsCorrection: false, null)));

        Assert.Equal(("invalid_rule", 4), (refused.Code, refused.Errors.Count));
        Assert.Equal(["document", "decidedBy", "reason", "effectiveFrom"], refused.Errors.Select(fault => fault.Field));
    }

    [Fact]
    public async Task Decide_ReportedNumbers_OrWithoutEffect_OrByOthers_IsRefused()
    {
        var input = new InputTerm(new ValueKey("150525", Quarter.Parse("2025Q3"), 3), new ReportedInputs { Numerator = 1, Denominator = 100 });
        var complete = new DecideRules([input], From, "通政办发〔2026〕2号", "市人民政府", "核定口径变化", IsCorrection: false, null);
        var leader = await TestPeople.AddAsync(portal.Services, UserRole.Leader);

        Assert.Equal("invalid_rule", (await Assert.ThrowsAsync<RefusalException>(() => DecideAsync(complete))).Code);
        Assert.Equal("forbidden", (await Assert.ThrowsAsync<RefusalException>(() => portal.Get<RuleService>().DecideAsync(leader, complete, CancellationToken.None))).Code);
    }

    [Fact]
    public async Task Decide_AtTheSameTime_OneAfterTheOther_EachVersionOnce()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await portal.DecideAsync(From, isCorrection: false, new IndicatorTerm(3, new IndicatorChange { Tolerance = i }));
                return true;
            }
            catch (RefusalException refused) when (refused.Code == RefusalCodes.StaleVersion)
            {
                return false;
            }
        }));

        await using var db = await portal.Get<IDbContextFactory<GreenDevDbContext>>().CreateDbContextAsync();
        var versions = await db.IndicatorAmendments.Select(amendment => amendment.Version).Order().ToListAsync();
        Assert.Equal(Enumerable.Range(1, all.Count(done => done)), versions);
        Assert.NotEmpty(versions);
    }

    private Task<IReadOnlyList<Release>> DecideAsync(DecideRules command) => portal.Get<RuleService>().DecideAsync(portal.Bureau, command, CancellationToken.None);
}
