using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Tongliao.GreenDev.Application;
using Tongliao.GreenDev.Application.Submissions;
using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;
using Tongliao.GreenDev.Web.Components.Pages.Entry;
using Tongliao.GreenDev.Web.Tests.Pages;

namespace Tongliao.GreenDev.Web.Tests.Entry;

/// <summary>What stands as it did opens filled, what is alike is proposed, and neither is said before somebody confirms it.</summary>
public sealed class AskedOnceTests(ITestOutputHelper output)
{
    private readonly List<SaveValue> sent = [];

    /// <summary>Typed into a report in which one stock changed; in a first quarter nothing was built yet.</summary>
    [Theory]
    [InlineData("2025Q1", 15)]
    [InlineData("2025Q3", 18)]
    public async Task Quarter_InWhichLittleChanged_AsksForFewNumbers(string period, int goal)
    {
        var quarter = Quarter.Parse(period);
        using var session = Session(quarter);
        session.Line(2).Type(0, "62");
        await session.SaveAsync(session.Line(2));
        var (typed, confirmed) = (1, session.Proposals.Standing);
        await session.ConfirmAsync();

        foreach (var line in session.Lines)
        {
            while (line.Confirm(_ => true))
            {
                confirmed++;
                await session.SaveAsync(line);
            }

            foreach (var (field, index) in line.Fields.Select((field, index) => (field, index)).Where(pair => pair.field.Value is null).ToList())
            {
                typed++;
                line.Type(index, Number(line.Indicator, field.Definition.Key, quarter).ToString(CultureInfo.InvariantCulture));
            }

            await session.SaveAsync(line);
        }

        output.WriteLine($"{period}: {BuiltInPlan.Plan.Indicators.Sum(indicator => indicator.Inputs.Count)} fields, {session.Shared.Asked} numbers asked, {typed} typed, {confirmed} confirmed");
        Assert.Equal((session.Shared.Asked, session.Shared.Asked), (session.Shared.Given, typed + confirmed));
        Assert.True(typed <= goal, $"{typed} typed");
        Assert.Equal(21, sent.Select(save => save.Key.IndicatorNumber).Distinct().Count());
    }

    [Fact]
    public async Task Opened_StocksAreShownAndNotSaid()
    {
        using var session = Session(new Quarter(2025, 3));
        var line = session.Line(1);

        Assert.Equal(15 + 1, session.Proposals.Standing);
        Assert.Equal(("6", "", null), (line.Fields[0].Shown, line.Fields[0].Text, line.Fields[0].Value));
        await session.SaveAsync(line);
        Assert.Empty(sent);
        Assert.Contains("“建成区内具有渗透能力的地表面积”沿用上季度的数尚未确认", EntryBlock.Of([line]).Single().Text, StringComparison.Ordinal);
        Assert.All(session.Lines.Where(other => other.Indicator.IsYearToDate).SelectMany(other => other.Fields), field =>
            Assert.True(field.Proposal is null || field.Definition.Key == InputKey.Correction));
    }

    [Fact]
    public async Task Confirmed_ByRow_IsSaidAndCarried()
    {
        using var session = Session(new Quarter(2025, 3));

        Assert.True(session.Proposals.Standing > 0);
        Assert.True(session.Line(1).Confirm(_ => true));
        await session.SaveAsync(session.Line(1));

        Assert.Equal([1, 4], sent.Select(save => save.Key.IndicatorNumber));
        Assert.Equal((20m, true, false), (session.Line(4).Inputs.Denominator, session.Line(4).Typed.HasProposals, session.Line(1).Typed.HasProposals));
    }

    [Fact]
    public async Task Cleared_IsNotProposedAgain()
    {
        using var session = Session(new Quarter(2025, 3));

        session.Line(1).Type(0, "");
        await session.SaveAsync(session.Line(1));

        Assert.Equal("", session.Line(1).Fields[0].Shown);
    }

    [Fact]
    public async Task LikeNumber_IsProposedOnceTheOtherIsGiven()
    {
        using var session = Session(new Quarter(2025, 3));
        Assert.False(session.Line(9).Typed.HasProposals);

        session.Line(10).Type(0, "93");
        await session.SaveAsync(session.Line(10));

        Assert.Equal(new Proposal(93, ProposalOrigin.LikeNumber, 10), session.Line(9).Fields[1].Proposal);
        Assert.Null(session.Line(9).Inputs.Denominator);
        Assert.Equal([10], sent.Select(save => save.Key.IndicatorNumber));
    }

    private EntrySession Session(Quarter quarter)
    {
        var time = TimeProvider.System;
        var entries = BuiltInPlan.Plan.Indicators.Select(indicator =>
        {
            var before = indicator.Inputs.Aggregate(ReportedInputs.None, (inputs, field) => inputs.With(field.Key, Number(indicator, field.Key, new Quarter(2025, 2))));
            var known = TestData.Unit(BuiltInPlan.Naiman.Code).Reported(quarter.Previous.ToString(), new ReportedFigure(before, null, IsApproved: true)).Build();
            return new ReportEntry(indicator, Statement.Empty, ValueStatus.Empty, 0, null, null, null, known, RatingRules.RateUnit(indicator, quarter, known), []);
        });
        return new EntrySession(
            new UnitReport(BuiltInPlan.Naiman, BuiltInPlan.Facts.Period(quarter), [.. entries]) { Reader = null!, Facts = BuiltInPlan.Facts },
            saves =>
            {
                sent.AddRange(saves);
                return Task.FromResult<IReadOnlyList<SaveOutcome>>([.. saves.Select(save => SaveOutcome.Of(new SavedValue(save.Version + 1, ValueStatus.Draft, time.GetUtcNow())))]);
            },
            new OfficeClock(time, TimeZoneInfo.Utc),
            time,
            NullLogger.Instance);
    }

    /// <summary>What the unit would type.</summary>
    private static decimal Number(Indicator indicator, InputKey key, Quarter quarter) => key switch
    {
        _ when indicator.IsOfBuilding && quarter.Number == 1 => 0,
        InputKey.Numerator => indicator.Number switch { 1 => 6, 4 => 160, 9 => 30, 13 => 100, _ => 60 },
        InputKey.Denominator => indicator.Number is 1 or 4 ? 20 : 100,
        InputKey.Supplied => 1000,
        InputKey.Billed => 900,
        InputKey.Correction => 1,
        _ => 2,
    };
}
