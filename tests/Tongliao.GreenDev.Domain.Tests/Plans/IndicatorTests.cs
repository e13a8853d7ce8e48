namespace Tongliao.GreenDev.Domain.Tests.Plans;

/// <summary>What an indicator says of itself, and that the test data are the annex.</summary>
public sealed class IndicatorTests
{
    [Fact]
    public void TestData_HoldsTheAnnexRowsInOrder()
    {
        Assert.Equal(Enumerable.Range(1, 21), TestData.Indicators.Select(indicator => indicator.Number));
        Assert.Equal([1, 8, 9, 14], NumbersWhere(indicator => indicator.CityScope == CityScope.CentralUrban));
        Assert.Equal([15, 16, 20], NumbersWhere(indicator => indicator.IsSum));
        Assert.Equal([17, 18, 19, 21], NumbersWhere(indicator => indicator.ZeroOverZeroIsNotApplicable));
        Assert.Equal([8], NumbersWhere(indicator => indicator.Targets[0].Comparison == Comparison.AtMost));
        Assert.Equal([7], NumbersWhere(indicator => indicator.Targets[0].Comparison == Comparison.MoreThan));
    }

    [Fact]
    public void Scale_IsHundredForPercentagesOnly()
    {
        Assert.Equal(100, TestData.Indicator(1).Scale);
        Assert.Equal(1, TestData.Indicator(4).Scale);
        Assert.Equal("个百分点", TestData.Indicator(1).DifferenceUnit);
        Assert.Equal("公里/平方公里", TestData.Indicator(4).DifferenceUnit);
    }

    [Fact]
    public void TargetOf_UnknownYear_IsNull()
    {
        Assert.Equal(58m, TestData.Indicator(3).TargetOf(2024)!.Value);
        Assert.Null(TestData.Indicator(3).TargetOf(2023));
    }

    [Fact]
    public void ValueRange_IncludesItsEnds()
    {
        var range = new ValueRange(20, 70);

        Assert.True(range.Contains(20));
        Assert.True(range.Contains(70));
        Assert.False(range.Contains(19.9999m));
        Assert.False(range.Contains(70.0001m));
    }

    private static IEnumerable<int> NumbersWhere(Func<Indicator, bool> condition) =>
        TestData.Indicators.Where(condition).Select(indicator => indicator.Number);
}
