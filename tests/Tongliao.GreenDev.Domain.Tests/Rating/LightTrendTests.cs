using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

public sealed class LightTrendTests
{
    private static readonly QuarterLights Before = Lights("2025Q2", RagStatus.Green, RagStatus.Red, RagStatus.Red, RagStatus.Incomplete);

    [Fact]
    public void Of_AgainstTheQuarterBefore_CountsAndCompares()
    {
        var trend = new LightTrend(
            [Lights("2025Q1", RagStatus.Amber), Before, Lights("2025Q3", RagStatus.Red, RagStatus.Green, RagStatus.Green, RagStatus.NotDue)], isComplete: true);

        Assert.Equal((1, 2, 0, 1), (trend.Of(RagStatus.Red), trend.Of(RagStatus.Green), trend.Of(RagStatus.Amber), trend.WithoutLight));
        Assert.Equal("较上季 −1", trend.ChangeOf(RagStatus.Red));
        Assert.Equal("较上季 +1", trend.ChangeOf(RagStatus.Green));
        Assert.Equal("较上季持平", trend.ChangeOf(RagStatus.Amber));
    }

    // 185 of 189 reported: fewer green ones than before may only mean that some have not come in.
    [Fact]
    public void ChangeOf_UnfinishedQuarter_SaysOnlyWhatItWasBefore() =>
        Assert.Equal("上季 2", new LightTrend([Before, Lights("2025Q3", RagStatus.Green)], isComplete: false).ChangeOf(RagStatus.Red));

    [Theory]
    [InlineData("2025Q2")]
    [InlineData("2025Q2", RagStatus.Incomplete)]
    [InlineData("2025Q1", RagStatus.Green)]
    public void ChangeOf_NothingJudgedTheQuarterBefore_ComparesNothing(string quarter, params RagStatus[] before) =>
        Assert.Equal("上季无数据", new LightTrend([Lights(quarter, before), Lights("2025Q3", RagStatus.Green)], isComplete: true).ChangeOf(RagStatus.Green));

    [Fact]
    public void ChangeOf_TheFirstQuarter_ComparesNothing() =>
        Assert.Equal("上季无数据", new LightTrend([Lights("2024Q1", RagStatus.Green)], isComplete: true).ChangeOf(RagStatus.Green));

    private static QuarterLights Lights(string quarter, params RagStatus[] states) => new(Quarter.Parse(quarter), states);
}
