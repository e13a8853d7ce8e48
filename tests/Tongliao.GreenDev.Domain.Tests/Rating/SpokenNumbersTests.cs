using FsCheck.Fluent;
using static Tongliao.GreenDev.Domain.Tests.Rating.GeneratedCases;
using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>Numbers that are printed together add up as printed.</summary>
public sealed class SpokenNumbersTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 21)];

    // 88.34 against 92.75: with one decimal 88.3, 92.8 and 4.4.
    [Fact]
    public void Gap_NotAddingUpWithTheUsualDecimals_TakesAnother()
    {
        var rating = Rate.Unit(3, "2025Q1", Rate.Central().Target(2024, 91.75m).Target(2025, 95.75m).Ratio("2025Q1", 8834, 10000));

        Assert.StartsWith("一季度88.34%，应达92.75%（全年力争≥95.75%，分解指标），差4.41个百分点", rating.Explanation, StringComparison.Ordinal);
    }

    // 10 over three quarters: three times 3.3 would not get there.
    [Fact]
    public void Needed_Shared_IsRoundedUp() =>
        Assert.Contains(
            "年底前每季度还需提高3.4个百分点。", Rate.Unit(3, "2025Q1", Rate.Central().Ratio("2025Q1", 1, 2)).Explanation, StringComparison.Ordinal);

    // 33.33 and 66.66: printed as 33.3 and 66.7.
    [Fact]
    public void Change_IsThatOfThePrintedValues() =>
        Assert.Contains(
            "较上季度提高33.4个百分点", Rate.Unit(2, "2025Q2", Rate.Central().Ratio("2025Q1", 3333, 10000).Ratio("2025Q2", 6666, 10000)).Explanation, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Sentence_OfAnyCase_AddsUp(int number)
    {
        var indicator = TestData.Indicator(number);
        Properties.Check(
            from quarter in Quarters
            from units in Gen.CollectToList(TestData.UnitCodes, code => AnyCase(indicator, code, quarter))
            select (quarter, units),
            t =>
            {
                foreach (var unit in t.units)
                {
                    Assert.Null(PrintedNumbers.FaultOf(RatingRules.RateUnit(indicator, Quarter.Parse(t.quarter), unit)));
                }

                Assert.Null(PrintedNumbers.FaultOf(Rate.City(number, t.quarter, t.units)));
            },
            runs: 100);
    }
}
