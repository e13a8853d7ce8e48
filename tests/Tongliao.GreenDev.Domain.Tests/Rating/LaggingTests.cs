using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

public sealed class LaggingTests
{
    [Theory]
    [InlineData(RagStatus.Green, RagStatus.Amber, false)] // one unit's amber alone does not count
    [InlineData(RagStatus.Green, RagStatus.Red, true)]
    [InlineData(RagStatus.Amber, RagStatus.Green, true)]
    [InlineData(RagStatus.Red, RagStatus.Green, true)]
    [InlineData(RagStatus.Incomplete, RagStatus.NotReported, false)]
    [InlineData(RagStatus.Incomplete, RagStatus.Red, true)]
    public void IsBehind_CityAndUnit_ByTheirLights(RagStatus city, RagStatus unit, bool expected) =>
        Assert.Equal(expected, Lagging.IsBehind([(true, city), (false, RagStatus.Green), (false, unit)]));

    // #2 is due at 25 with a tolerance of 1; #7 must exceed 99 and does not, by nothing.
    [Fact]
    public void WorstFirst_SeveralLights_RedBeforeAmberAndTheFurthestFirst()
    {
        IndicatorRating[] ratings = [Ratio(2, 22, 100), Ratio(7, 99, 100), Ratio(5, 100, 100), Ratio(2, 20, 100), Ratio(2, 245, 1000)];

        var worst = Lagging.WorstFirst(ratings).ToList();

        Assert.Equal([ratings[3], ratings[0], ratings[4], ratings[1]], worst);
        Assert.Equal([RagStatus.Red, RagStatus.Red, RagStatus.Amber, RagStatus.Amber], worst.Select(rating => rating.State));
    }

    // 3 points are three tolerances of #2; 5 points are two and a half of #3.
    [Fact]
    public void WorstFirst_DifferentTolerances_ThoseManyOffDecide()
    {
        IndicatorRating[] ratings = [Ratio(3, 545, 1000), Ratio(2, 22, 100)];

        Assert.Equal([5, 3], ratings.Select(rating => (int)rating.Shortfall!.Value.Round(0)));
        Assert.Equal([ratings[1], ratings[0]], Lagging.WorstFirst(ratings));
    }

    [Fact]
    public void WorstFirst_NumbersWithheld_StandLastOfTheirLight()
    {
        var units = TestData.AllUnits((unit, _) => unit.Ratio("2025Q3", 1, 100, approved: false));
        var withheld = RatingRules.RateAggregateForReaderOf(1, TestData.Indicator(1), new Quarter(2025, 3), "150500", units);
        var open = Ratio(2, 10, 100);

        Assert.True(withheld.IsWithheld);
        Assert.Equal([open, withheld], Lagging.WorstFirst([withheld, open]));
    }

    private static IndicatorRating Ratio(int number, int numerator, int denominator) =>
        Rate.Unit(number, "2025Q3", TestData.Unit("奈曼旗").Ratio("2025Q2", 1, 2).Ratio("2025Q3", numerator, denominator));
}
