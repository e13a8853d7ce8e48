using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>Where green, amber and red meet (§4), compared exactly.</summary>
public sealed class LightTests
{
    [Theory]
    // ≥ 25, tolerance 1.
    [InlineData(2, "2024Q1", 250000, 1000000, RagStatus.Green)]
    [InlineData(2, "2024Q1", 249999, 1000000, RagStatus.Amber)]
    [InlineData(2, "2024Q1", 240000, 1000000, RagStatus.Amber)]
    [InlineData(2, "2024Q1", 239999, 1000000, RagStatus.Red)]
    // > 99, tolerance 0.5: equality is amber with nothing short.
    [InlineData(7, "2024Q1", 990001, 1000000, RagStatus.Green)]
    [InlineData(7, "2024Q1", 990000, 1000000, RagStatus.Amber)]
    [InlineData(7, "2024Q1", 985000, 1000000, RagStatus.Amber)]
    [InlineData(7, "2024Q1", 984999, 1000000, RagStatus.Red)]
    // = 100 is tested as ≥ 100, tolerance 1.
    [InlineData(13, "2024Q1", 1000000, 1000000, RagStatus.Green)]
    [InlineData(13, "2024Q1", 999999, 1000000, RagStatus.Amber)]
    [InlineData(13, "2024Q1", 989999, 1000000, RagStatus.Red)]
    // Absolute tolerance 0.2 in the unit of the value: 8.1 − 0.2 = 7.9.
    [InlineData(4, "2024Q1", 81, 10, RagStatus.Green)]
    [InlineData(4, "2024Q1", 79, 10, RagStatus.Amber)]
    [InlineData(4, "2024Q1", 789, 100, RagStatus.Red)]
    // Thirds never end as decimals: 1/3 against 30 is green, 2/7 amber, 1/6 red.
    [InlineData(18, "2024Q1", 1, 3, RagStatus.Green)]
    [InlineData(18, "2024Q1", 2, 7, RagStatus.Amber)]
    [InlineData(18, "2024Q1", 1, 6, RagStatus.Red)]
    public void Ratio_AtTheBoundary_IsExact(int number, string quarter, int numerator, int denominator, RagStatus expected) =>
        Assert.Equal(expected, Rate.Unit(number, quarter, Rate.Central().Ratio(quarter, numerator, denominator)).State);

    [Theory]
    // ≤ 10 with tolerance 1: the direction is the other one.
    [InlineData(9000, RagStatus.Green)]
    [InlineData(8999, RagStatus.Amber)]
    [InlineData(8900, RagStatus.Amber)]
    [InlineData(8899, RagStatus.Red)]
    [InlineData(9999, RagStatus.Green)]
    public void WaterLoss_AtTheBoundary_IsExact(int billed, RagStatus expected) =>
        Assert.Equal(expected, Rate.Unit(8, "2024Q1", Rate.Central().Water("2024Q1", 10000, billed, 0)).State);

    [Theory]
    // 20 in Q1: 1 due, amber to 0.5; in Q4: 20 due, amber to 18.
    [InlineData("2024Q1", 1, RagStatus.Green)]
    [InlineData("2024Q1", 0.5, RagStatus.Amber)]
    [InlineData("2024Q1", 0.4999, RagStatus.Red)]
    [InlineData("2024Q1", 0, RagStatus.Red)]
    [InlineData("2024Q4", 18, RagStatus.Amber)]
    [InlineData("2024Q4", 17.9999, RagStatus.Red)]
    public void Sum_AtTheBoundary_IsExact(string quarter, double amount, RagStatus expected) =>
        Assert.Equal(expected, Rate.Unit(16, quarter, Rate.Central().Target(2024, 20).Amount(quarter, (decimal)amount)).State);

    // A strict comparison missed by equality is amber even where nothing is tolerated.
    [Fact]
    public void Strict_EqualityWithoutTolerance_IsAmber()
    {
        var indicator = TestData.Indicator(7, tolerance: new Tolerance(ToleranceKind.PercentagePoints, 0));

        Assert.Equal(RagStatus.Amber, Rate.Unit(indicator, "2024Q1", Rate.Central().Ratio("2024Q1", 99, 100)).State);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void Tolerance_IsEditable(double tolerance)
    {
        var indicator = TestData.Indicator(2, tolerance: new Tolerance(ToleranceKind.PercentagePoints, (decimal)tolerance));

        Assert.Equal(RagStatus.Red, Rate.Unit(indicator, "2024Q1", Rate.Central().Ratio("2024Q1", 244, 1000)).State);
    }

    [Fact]
    public void Shortfall_OnTheRightSide_IsZero() =>
        Assert.Equal(Rational.Zero, Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", 3, 4)).Shortfall);

    [Theory]
    [InlineData(1249, "12.5")]
    [InlineData(1245, "12.5")]
    [InlineData(1244, "12.4")]
    [InlineData(1255, "12.6")]
    public void Displayed_RoundsHalfAwayFromZero(int numerator, string displayed) =>
        Assert.Equal(displayed, Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", numerator, 10000)).Displayed);

    [Theory]
    [InlineData(10125, "-1.3")]
    [InlineData(10004, "0.0")]
    public void Displayed_Negative_RoundsAwayFromZeroAndNeverSaysMinusZero(int before, string displayed) =>
        Assert.Equal(displayed, Rate.Unit(12, "2025Q4", Rate.Central().Ratio("2024Q4", before, 100000).Ratio("2025Q4", before == 10125 ? 8875 : 10000, 100000)).Displayed);

    [Fact]
    public void Digits_AsManyAsAreAllowed_DoNotOverflow()
    {
        var rating = Rate.Unit(7, "2024Q1", Rate.Central().Ratio("2024Q1", 999_999_999_999.9998m, 999_999_999_999.9999m));

        Assert.Equal(RagStatus.Green, rating.State);
        Assert.Equal("100.00", rating.Displayed);
    }

    [Fact]
    public void Words_EveryStateHasItsOwnWordAndMark()
    {
        var states = Enum.GetValues<RagStatus>();

        Assert.Equal(states.Length, states.Select(state => state.Word()).Distinct().Count());
        Assert.Equal(states.Length, states.Select(state => state.Mark()).Distinct().Count());
        Assert.Equal([RagStatus.Green, RagStatus.Amber, RagStatus.Red], states.Where(state => state.IsLight()));
    }

    [Theory]
    [InlineData(RagStatus.Green, "达标", "●")]
    [InlineData(RagStatus.Amber, "预警", "▲")]
    [InlineData(RagStatus.Red, "滞后", "■")]
    [InlineData(RagStatus.NotReported, "未报", "–")]
    [InlineData(RagStatus.NotApplicable, "不适用", "／")]
    [InlineData(RagStatus.Reference, "参考", "○")]
    [InlineData(RagStatus.NoTarget, "未分解", "◇")]
    [InlineData(RagStatus.MissingBaseline, "基数缺失", "？")]
    [InlineData(RagStatus.NotDue, "未到考核期", "◷")]
    [InlineData(RagStatus.Incomplete, "不完整", "◔")]
    public void WordsAndMarks_AreThoseOfTheRules(RagStatus state, string word, string mark) => Assert.Equal((word, mark), (state.Word(), state.Mark()));
}
