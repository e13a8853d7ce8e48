using Tongliao.GreenDev.Application.Rectifications;
using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Organisation;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Rectifications;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Application.Tests.Rules;

/// <summary>认可偏差 as the bureau decides on them: with a document, until a day, shown apart, and over by themselves.</summary>
public sealed class DeviationDecisionTests(PostgresFixture postgres) : IAsyncLifetime
{
    private static readonly DateOnly From = new(2025, 1, 1);

    private RulesPortal portal = null!;

    public async ValueTask InitializeAsync() => portal = await RulesPortal.StartAsync(postgres);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Decide_ForAUnitThatIsRed_ShowsTheOpenQuartersApart_LeavesLockedOnes_AndEndsByItself()
    {
        var before = await portal.RatingsAsync();
        var red = before.Values.Where(rating => rating.State == RagStatus.Red && rating.UnitCode != "150500")
            .GroupBy(rating => (rating.UnitCode, rating.Indicator.Number)).First(group => group.Select(rating => rating.Quarter).Contains(Quarter.Parse("2025Q3")) && group.Count() > 1);
        var (unit, number) = red.Key;

        var releases = await portal.DecideAsync(From, isCorrection: false, new DeviationTerm(unit, number, new DateOnly(2025, 9, 30)));

        Assert.Empty(releases);
        var after = await portal.RatingsAsync();
        var third = after[(Quarter.Parse("2025Q3"), unit, number)];
        Assert.Equal((RagStatus.Accepted, RagStatus.Red, new DateOnly(2025, 9, 30)), (third.State, third.Judged, third.Deviation!.Until));
        Assert.Equal(before[(third.Quarter, unit, number)].Shortfall, third.Shortfall);
        Assert.All(after.Values.Where(rating => rating.Deviation is not null), rating => Assert.Equal((third.Quarter, unit, number), (rating.Quarter, rating.UnitCode, rating.Indicator.Number)));
        Assert.Single(before, pair => pair.Value.State != after[pair.Key].State);

        var line = Assert.Single((await portal.Get<RuleQueries>().OverviewAsync(portal.Bureau, CancellationToken.None)).Deviations);
        Assert.Equal((unit, number, false, "通政办发〔2026〕1号"), (line.Unit.Code, line.Indicator.Number, line.Holds, line.Deviation.Decision.Document));
    }

    [Fact]
    public async Task Decide_AsCorrection_MakesReleases_AndTheRectificationIsTakenBack()
    {
        var open = (await portal.Get<RectificationQueries>().ListAsync(portal.Bureau, CancellationToken.None)).Lines.First(line => line.Rectification.IsOpen && line.Rectification.Opened.Quarter < Quarter.Parse("2025Q3"));
        var term = new DeviationTerm(open.Unit.Code, open.Indicator.Number, new DateOnly(2025, 12, 31));

        var releases = await portal.DecideAsync(From, isCorrection: true, term);

        Assert.NotEmpty(releases);
        Assert.All(releases, release => Assert.Contains("认可偏差至2025-12-31", release.RuleChange, StringComparison.Ordinal));
        var now = (await portal.Get<RectificationQueries>().ListAsync(portal.Bureau, CancellationToken.None)).Lines
            .Where(line => line.Unit == open.Unit && line.Indicator.Number == open.Indicator.Number);
        Assert.DoesNotContain(now, line => line.Rectification.IsOpen);
    }

    [Fact]
    public async Task Decide_Withdrawn_IsJudgedAsBefore_AndBothStayOnRecord()
    {
        var before = await portal.RatingsAsync();
        await portal.DecideAsync(From, isCorrection: true, new DeviationTerm("150500", 3, new DateOnly(2025, 12, 31)));
        await portal.DecideAsync(From, isCorrection: true, new DeviationTerm("150500", 3, Until: null));

        Assert.All(await portal.RatingsAsync(), pair => Assert.Equal(before[pair.Key].Explanation, pair.Value.Explanation));
        var overview = await portal.Get<RuleQueries>().OverviewAsync(portal.Bureau, CancellationToken.None);
        Assert.Equal([2, 1], overview.Deviations.Select(line => line.Deviation.Version));
        Assert.Equal(2, overview.Version);
    }

    [Theory]
    [InlineData("150525", 3, "2024-12-31", "effectiveFrom")]
    [InlineData("150525", 3, "2026-01-01", "terms")]
    public async Task Decide_WithADayThatCannotBe_IsRefusedByField(string unit, int number, string until, string field)
    {
        var refused = await Assert.ThrowsAsync<RefusalException>(
            () => portal.DecideAsync(From, isCorrection: false, new DeviationTerm(unit, number, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture))));

        Assert.Equal(("invalid_rule", field), (refused.Code, Assert.Single(refused.Errors).Field));
    }

    [Fact]
    public async Task Try_WithdrawingWhatWasNeverAccepted_IsRefused() => Assert.Equal(
        "奈曼旗第3项没有认可过偏差，无可撤销；如要认可，请写明认可到哪天。",
        (await Assert.ThrowsAsync<RefusalException>(() => portal.TryAsync(new DeviationTerm("150525", 3, Until: null)))).Message);

    [Fact]
    public async Task Read_ByACounty_IsOfItsOwn_AndOfTheWhole_AndItTriesNone()
    {
        foreach (var unit in new[] { "150525", "150523", "150500" })
        {
            await portal.DecideAsync(From, isCorrection: false, new DeviationTerm(unit, 3, new DateOnly(2025, 12, 31)));
        }

        var clerk = await TestPeople.AddAsync(portal.Services, UserRole.Clerk, "150525");

        Assert.Equal(["150500", "150525"], (await portal.Get<RuleQueries>().OverviewAsync(clerk, CancellationToken.None)).Deviations.Select(line => line.Unit.Code));
        var refused = await Assert.ThrowsAsync<RefusalException>(() => portal.Get<WhatIfQueries>().TryAsync(
            clerk, [new DeviationTerm("150525", 3, new DateOnly(2025, 12, 31))], from: null, CancellationToken.None));
        Assert.Equal("forbidden", refused.Code);
    }
}
