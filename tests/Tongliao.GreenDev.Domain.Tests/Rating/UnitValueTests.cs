using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The value of one unit (§2).</summary>
public sealed class UnitValueTests
{
    [Fact]
    public void Ratio_Percentage_IsTimesHundred() =>
        Assert.Equal(new Rational(200, 3), Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2024Q1", 2, 3)).Value);

    [Fact]
    public void Density_IsNotTimesHundred() =>
        Assert.Equal(new Rational(25, 3), Rate.Unit(4, "2024Q1", Rate.Central().Ratio("2024Q1", 25, 3)).Value);

    [Fact]
    public void WaterLoss_KeepsUncorrectedBesideCorrected()
    {
        var rating = Rate.Unit(8, "2024Q1", Rate.Central().Water("2024Q1", 1000, 880, 1.5m));

        Assert.Equal((Rational)10.5m, rating.Value);
        Assert.Equal((Rational)12, rating.Measurement.Uncorrected);
    }

    [Fact]
    public void WaterLoss_NegativeCorrection_AddsToTheRate() =>
        Assert.Equal((Rational)14, Rate.Unit(8, "2024Q1", Rate.Central().Water("2024Q1", 1000, 880, -2)).Value);

    // 0.5 of 2023 + 3 of 2024 + 0.25 of 2025.
    [Fact]
    public void Cumulative_AddsBaselineYearEndAndYearToDate()
    {
        var unit = Rate.Central().Target(2025, 5).Baseline(0.5m).Amount("2024Q3", 2).Amount("2024Q4", 3).Amount("2025Q1", 0.25m);

        var rating = Rate.Unit(15, "2025Q1", unit);

        Assert.Equal((Rational)3.75m, rating.Value);
        Assert.Equal((Rational)0.25m, rating.Measurement.YearToDate);
        Assert.False(rating.Measurement.BaselineAssumedZero);
    }

    [Fact]
    public void Cumulative_FirstYear_IsBaselineAndYearToDateOnly() =>
        Assert.Equal((Rational)2.5m, Rate.Unit(15, "2024Q3", Rate.Central().Target(2024, 4).Baseline(0.5m).Amount("2024Q2", 1).Amount("2024Q3", 2)).Value);

    [Theory]
    [InlineData(15)]
    [InlineData(20)]
    public void Cumulative_BaselineNotEntered_CountsZeroAndSaysSo(int number)
    {
        var rating = Rate.Unit(number, "2024Q1", Rate.Central().Target(2024, 6).Amount("2024Q1", 1));

        Assert.Equal((Rational)1, rating.Value);
        Assert.True(rating.Measurement.BaselineAssumedZero);
        Assert.Contains("尚未录入2023年基数，按0计", rating.Explanation, StringComparison.Ordinal);
    }

    // 不适用 is an answer: the year end is there and adds nothing.
    [Fact]
    public void Cumulative_NotApplicableAtYearEnd_AddsNothingForThatYear() =>
        Assert.Equal((Rational)3, Rate.Unit(20, "2025Q1", Rate.Central().Target(2025, 9).Baseline(2).NotApplicable("2024Q4").Amount("2025Q1", 1)).Value);

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(20)]
    public void Sum_2024YearEndMissing_IsMissingBaseline(int number)
    {
        var unit = Rate.Central().Target(2025, 6).Baseline(1).Amount("2024Q3", 3).Amount("2025Q1", 1);

        var rating = Rate.Unit(number, "2025Q1", unit);

        Assert.Equal(RagStatus.MissingBaseline, rating.State);
        Assert.Null(rating.Value);
        Assert.Contains("2024年末", rating.Measurement.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Window_2023BaselineMissing_IsMissingBaseline()
    {
        var rating = Rate.Unit(16, "2025Q1", Rate.Central().Target(2025, 6).Amount("2024Q4", 3).Amount("2025Q1", 1));

        Assert.Equal(RagStatus.MissingBaseline, rating.State);
        Assert.Contains("2023年基数", rating.Measurement.Reason, StringComparison.Ordinal);
    }

    // A window of 2024 and 2025 leaves the baseline out and does not ask for it; one of 2025 leaves 2024 out as well.
    [Theory]
    [InlineData(2023, 10 + 3 + 1)]
    [InlineData(2024, 3 + 1)]
    [InlineData(2025, 1)]
    public void Window_AddsUpFromItsFirstYear(int from, int expected)
    {
        var plan = TestData.Indicator(16);
        var indicator = TestData.Indicator(16, targets: [plan.Targets[0], plan.Targets[1] with { WindowStartYear = from }]);
        var unit = Rate.Central().Target(2025, 60).Amount("2024Q4", 3).Amount("2025Q1", 1);

        Assert.Equal(from == 2023 ? RagStatus.MissingBaseline : RagStatus.Red, Rate.Unit(indicator, "2025Q1", unit).State);
        Assert.Equal((Rational)expected, Rate.Unit(indicator, "2025Q1", unit.Baseline(10)).Value);
    }

    // 2024's twenty is a one-year amount: neither baseline nor earlier quarters go in.
    [Fact]
    public void YearAmount_NeedsNoBaseline()
    {
        var rating = Rate.Unit(16, "2024Q2", Rate.Central().Target(2024, 6).Amount("2024Q1", 1).Amount("2024Q2", 3));

        Assert.Equal((Rational)3, rating.Value);
        Assert.True(rating.State.IsLight());
    }

    [Fact]
    public void YearAmount_BaselineEntered_DoesNotCountIt() =>
        Assert.Equal((Rational)3, Rate.Unit(16, "2024Q2", Rate.Central().Target(2024, 6).Baseline(50).Amount("2024Q2", 3)).Value);

    [Fact]
    public void Increase_In2024_IsTheRatioItself() =>
        Assert.Equal((Rational)30, Rate.Unit(12, "2024Q1", Rate.Central().Ratio("2024Q1", 3, 10)).Value);

    [Fact]
    public void Increase_NotApplicableAtPreviousYearEnd_IsNotApplicable()
    {
        var rating = Rate.Unit(12, "2025Q4", Rate.Central().NotApplicable("2024Q4").Ratio("2025Q4", 4, 10));

        Assert.Equal(RagStatus.NotApplicable, rating.State);
        Assert.Null(rating.Value);
    }

    [Fact]
    public void Increase_Fell_IsNegativeAndRed()
    {
        var rating = Rate.Unit(12, "2025Q4", Rate.Central().Ratio("2024Q4", 4, 10).Ratio("2025Q4", 37, 100));

        Assert.Equal((Rational)(-3), rating.Value);
        Assert.Equal((Rational)13, rating.Shortfall);
        Assert.Equal(RagStatus.Red, rating.State);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(21)]
    public void NewBuildings_ZeroOverZero_IsNotApplicableByItself(int number)
    {
        var rating = Rate.Unit(number, "2025Q3", Rate.Central().Ratio("2025Q3", 0, 0));

        Assert.Equal(RagStatus.NotApplicable, rating.State);
        Assert.Equal("本期无新建项目", rating.Measurement.Reason);
        Assert.Contains("本期无新建项目", rating.Explanation, StringComparison.Ordinal);
    }

    // Something was built and none of it counts: that is 0 %, and red.
    [Fact]
    public void NewBuildings_ZeroOfSomething_IsZeroPercent()
    {
        var rating = Rate.Unit(19, "2024Q1", Rate.Central().Ratio("2024Q1", 0, 5));

        Assert.Equal(Rational.Zero, rating.Value);
        Assert.Equal(RagStatus.Red, rating.State);
    }
}
