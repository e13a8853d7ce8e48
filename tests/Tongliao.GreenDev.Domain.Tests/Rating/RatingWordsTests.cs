using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

public sealed class RatingWordsTests
{
    [Fact]
    public void Words_RedRatio_SayValueTargetGapAndChange()
    {
        var words = Rate.Unit(2, "2025Q3", TestData.Unit("奈曼旗").Ratio("2025Q2", 21, 100).Ratio("2025Q3", 2181, 10000)).Words;

        Assert.Equal(("21.8", "21.8%", "21.81%", "21.8%"), (words.Cell, words.CellWithUnit, words.Unrounded, words.ValueWithBasis));
        Assert.Equal(("应达 25.0%", "≥25%", "≥25%"), (words.Expected, words.ExpectedAsCondition, words.YearTarget));
        Assert.Equal(("差 3.2个百分点", "3.2个百分点", "1个百分点"), (words.Gap, words.GapAsNoun, words.Tolerance));
        Assert.Equal(("提高0.8个百分点", ""), (words.ChangeOnQuarter, words.ChangeOnYear));
    }

    [Fact]
    public void Words_Increase_CarryItsSignAndPoints()
    {
        var words = Rate.Unit(12, "2025Q4", TestData.Unit("奈曼旗").Ratio("2024Q4", 30, 100).Ratio("2025Q4", 37, 100)).Words;

        Assert.Equal(("+7.0", "+7个百分点", "+7.0个百分点"), (words.Cell, words.Unrounded, words.ValueWithBasis));
        Assert.Equal(("应提高 10.0个百分点", "≥+10个百分点"), (words.Expected, words.ExpectedAsCondition));
    }

    [Theory]
    [InlineData(16, "2024Q2", "本年 ")]
    [InlineData(20, "2024Q2", "累计 ")]
    [InlineData(2, "2024Q2", "")]
    public void ValueWithBasis_OfASum_SaysWhatIsAddedUp(int number, string quarter, string basis)
    {
        var unit = TestData.Unit("奈曼旗");
        var words = Rate.Unit(number, quarter, number == 2 ? unit.Ratio(quarter, 1, 2) : unit.Amount(quarter, 3)).Words;

        Assert.Equal(basis + words.Value, words.ValueWithBasis);
        Assert.NotEmpty(words.Value);
    }

    [Fact]
    public void Words_LowerIsBetter_AreSaidTheOtherWayRound()
    {
        var words = Rate.Unit(8, "2025Q3", Rate.Central().Water("2025Q3", 100, 80, 0)).Words;

        Assert.StartsWith("应不高于 ", words.Expected, StringComparison.Ordinal);
        Assert.StartsWith("高出 ", words.Gap, StringComparison.Ordinal);
    }

    [Fact]
    public void Gap_StrictTargetMetExactly_IsJustNotExceeded()
    {
        var words = Rate.Unit(7, "2025Q3", TestData.Unit("奈曼旗").Ratio("2025Q3", 99, 100)).Words;

        Assert.Equal(("恰好持平，未超过", "恰好持平，未超过"), (words.Gap, words.GapAsNoun));
    }

    [Fact]
    public void Gap_Green_IsNone()
    {
        var words = Rate.Unit(2, "2025Q3", TestData.Unit("奈曼旗").Ratio("2025Q3", 99, 100)).Words;

        Assert.Equal(("", "无"), (words.Gap, words.GapAsNoun));
    }

    [Fact]
    public void Words_NothingReported_SayTheYearTargetOnly()
    {
        var words = Rate.Unit(2, "2025Q3", TestData.Unit("奈曼旗")).Words;

        Assert.Equal("≥25%", words.YearTarget);
        Assert.All(
            [
                words.Cell, words.CellWithUnit, words.Unrounded, words.Value, words.ValueWithBasis, words.Expected, words.ExpectedAsCondition,
                words.Gap, words.GapAsNoun, words.ChangeOnQuarter, words.ChangeOnYear, words.Tolerance, words.NeededPerQuarter, words.YearAmountAtPace,
            ],
            Assert.Empty);
    }

    [Theory]
    [InlineData(2, "2025Q3", null, "21.0%")]
    [InlineData(2, "2025Q3", 2, "21.00%")]
    [InlineData(12, "2025Q1", null, null)] // a level before, an increase now
    public void ValueBefore_OfTheQuarterBefore_IsNoneAcrossAChangeOfBasis(int number, string quarter, int? decimals, string? expected)
    {
        var later = Quarter.Parse(quarter);
        var unit = TestData.Unit("奈曼旗").Ratio(later.Previous.ToString(), 21, 100).Build();

        Assert.Equal(expected, RatingWords.ValueBefore(TestData.Indicator(number), later, unit, decimals));
    }
}
