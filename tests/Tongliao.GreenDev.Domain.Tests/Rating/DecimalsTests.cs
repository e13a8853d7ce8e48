using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>How many decimals it takes that the printed numbers bear out the verdict, and signs and directions of small changes.</summary>
public sealed class DecimalsTests
{
    // 24.999999999999975: no more than ten decimals are printed, even where they do not suffice.
    [Fact]
    public void Numbers_DifferingBeyondTenDecimals_StopAtTen()
    {
        var rating = Rate.Unit(2, "2025Q3", Rate.Central().Ratio("2025Q3", 99_999_999_999.9999m, 400_000_000_000m));

        Assert.Equal(RagStatus.Amber, rating.State);
        Assert.Equal(10, rating.Words.Numbers.Decimals);
    }

    [Fact]
    public void Numbers_AskedTwice_AreMadeOnce()
    {
        var words = Rate.Unit(2, "2025Q3", Rate.Central().Ratio("2025Q3", 1, 5)).Words;

        Assert.Same(words.Numbers, words.Numbers);
    }

    [Fact]
    public void ValueText_WithoutAValue_IsEmpty() => Assert.Equal("", SpokenNumbers.Of(Rate.Unit(2, "2025Q3", Rate.Central())).ValueText());

    // 0.004 points read as 0.0 would be no increase at all.
    [Fact]
    public void Increase_TooSmallForTheDecimals_IsNotSaidAsNone() =>
        Assert.StartsWith(
            "四季度较上年末提高0.004个百分点，",
            Rate.Unit(12, "2025Q4", Rate.Central().Ratio("2024Q4", 30000, 100000).Ratio("2025Q4", 30004, 100000)).Explanation,
            StringComparison.Ordinal);

    // The target fell from 60 to 55. 54.96 is behind; printed as 55.0 nothing would be needed any more.
    [Fact]
    public void Needed_NoughtWithTheUsualDecimals_TakesAnother() =>
        Assert.Contains(
            "年底前每季度还需提高0.02个百分点。",
            Rate.Unit(3, "2025Q1", Rate.Central().Target(2024, 60).Target(2025, 55).Ratio("2025Q1", 5496, 10000)).Explanation,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(3, 2, "较上季度减少1.00万平方米。")]
    [InlineData(2, 3, "较上季度增加1.00万平方米。")]
    [InlineData(2, 2, "较上季度持平。")]
    public void Change_OfASum_IsMoreOrLess(int before, int now, string says) =>
        Assert.Contains(
            says, Rate.Unit(20, "2024Q2", Rate.Central().Target(2024, 5).Amount("2024Q1", before).Amount("2024Q2", now)).Explanation, StringComparison.Ordinal);

    [Theory]
    [InlineData("0.1", "按目前进度，本年预计完成2.00万平方米。")]
    [InlineData("0.0001", "按目前进度，本年预计完成0.002万平方米。")] // 0.00 would say that nothing comes of it
    [InlineData("0", "按目前进度，本年预计完成0.00万平方米。")]
    public void Pace_Small_HasAsManyDecimalsAsItTakes(string amount, string says) =>
        Assert.Contains(
            says,
            Rate.Unit(20, "2024Q1", Rate.Central().Target(2024, 6).Amount("2024Q1", decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))).Explanation,
            StringComparison.Ordinal);

    [Fact]
    public void Pace_BeyondTenDecimals_StopsAtTen() =>
        Assert.Equal(
            "0.0000000000万平方米",
            SpokenNumbers.Of(Rate.Unit(20, "2024Q1", Rate.Central().Target(2024, 6).Amount("2024Q1", 0.1m))).Pace(new Rational(1, 1_000_000_000_000)));

    [Theory]
    [InlineData(20, "2024Q2")]
    [InlineData(16, "2024Q2")]
    public void ValueWithBasis_NothingReported_IsEmpty(int number, string quarter) =>
        Assert.Equal("", Rate.Unit(number, quarter, Rate.Central()).Words.ValueWithBasis);

    [Theory]
    [InlineData(37, "+7.0", "+7.0个百分点")]
    [InlineData(30, "0.0", "0.0个百分点")]
    [InlineData(27, "-3.0", "-3.0个百分点")]
    public void Increase_RiseNoneOrFall_HasASignWhereItRises(int now, string cell, string before)
    {
        var unit = Rate.Central().Ratio("2024Q4", 30, 100).Ratio("2025Q3", now, 100).Ratio("2025Q4", now, 100);

        Assert.Equal(cell, Rate.Unit(12, "2025Q4", unit).Words.Cell);
        Assert.Equal(before, RatingWords.ValueBefore(TestData.Indicator(12), Quarter.Parse("2025Q4"), unit.Build()));
    }

    // A level never has a sign, however far above nothing.
    [Fact]
    public void ValueBefore_OfASum_SaysWhatIsAddedUp() =>
        Assert.Equal("本年 3.00万平方米", RatingWords.ValueBefore(TestData.Indicator(16), Quarter.Parse("2024Q3"), Rate.Central().Amount("2024Q2", 3).Build()));

    [Theory]
    [InlineData("25", "25")]
    [InlineData("8.10", "8.1")]
    [InlineData("0.00000000005", "0.0000000001")]
    [InlineData("0.00000000004", "0")]
    [InlineData("-0.00000000004", "0")]
    [InlineData("1000000", "1000000")]
    public void Plain_AnyNumber_HasNoNoughtsAtItsEnd(string number, string expected) =>
        Assert.Equal(expected, RatingExplanation.Plain(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)));
}
