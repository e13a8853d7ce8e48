using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>When the city has no light, and when its light is provisional (§4).</summary>
public sealed class CityStateTests
{
    [Fact]
    public void Incomplete_KeepsPartialValueAndCount()
    {
        var units = TestData.AllUnits((unit, place) => place < 3 ? unit.Ratio("2024Q1", 1, 5) : unit);

        var rating = Rate.City(2, "2024Q1", units);

        Assert.Equal(RagStatus.Incomplete, rating.State);
        Assert.Equal((Rational)20, rating.Value);
        Assert.Equal("20.0", rating.Displayed);
        Assert.Equal(3, rating.ReportedUnits);
        Assert.Equal(9, rating.CountingUnits);
        Assert.Null(rating.Target);
        Assert.Contains("已报3/9", rating.Explanation, StringComparison.Ordinal);
        Assert.Contains("20.0%", rating.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Incomplete_NobodyReported_HasNoValue()
    {
        var rating = Rate.City(2, "2024Q1", TestData.AllUnits((unit, _) => unit));

        Assert.Equal(RagStatus.Incomplete, rating.State);
        Assert.Null(rating.Value);
        Assert.Contains("已报0/9", rating.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Incomplete_OutranksMissingBaselineAndNotApplicable()
    {
        var units = TestData.AllUnits((unit, place) => place switch { 0 => unit, 1 => unit.NotApplicable("2025Q1"), _ => unit.Amount("2025Q1", 1) });

        Assert.Equal(RagStatus.Incomplete, Rate.City(16, "2025Q1", units).State);
    }

    [Fact]
    public void Incomplete_NoUnitAtAll_DoesNotFail() =>
        Assert.Equal(RagStatus.Incomplete, Rate.City(2, "2024Q1", []).State);

    // 暂 stands until all that count are approved, and who has not reported is not approved.
    [Fact]
    public void Provisional_IncompleteAndRestApproved_IsProvisional() =>
        Assert.True(Rate.City(2, "2024Q1", TestData.AllUnits((unit, place) => place < 3 ? unit.Ratio("2024Q1", 1, 5) : unit)).IsProvisional);

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Provisional_UntilAllAreApproved(bool lastApproved, bool expected)
    {
        var units = TestData.AllUnits((unit, place) => unit.Ratio("2024Q1", 1, 2, approved: place < 8 || lastApproved));

        Assert.Equal(expected, Rate.City(2, "2024Q1", units).IsProvisional);
    }

    [Fact]
    public void Provisional_ReferenceUnitsNotApproved_DoNotCount()
    {
        var units = TestData.AllUnits((unit, place) => unit.Ratio("2024Q1", 1, 2, approved: place is 0 or 8));

        Assert.False(Rate.City(1, "2024Q1", units).IsProvisional);
    }

    [Fact]
    public void NotApplicable_Some_AddNothingToEitherSum()
    {
        var units = TestData.AllUnits((unit, place) => place == 0 ? unit.NotApplicable("2024Q1") : unit.Ratio("2024Q1", 1, 4));

        var rating = Rate.City(2, "2024Q1", units);

        Assert.Equal((Rational)25, rating.Value);
        Assert.Equal(9, rating.ReportedUnits);
        Assert.Equal(RagStatus.Green, rating.State);
    }

    [Fact]
    public void NotApplicable_ZeroOverZero_CountsAsReported()
    {
        var units = TestData.AllUnits((unit, place) => place == 0 ? unit.Ratio("2024Q1", 1, 2) : unit.Ratio("2024Q1", 0, 0));

        Assert.Equal((Rational)50, Rate.City(18, "2024Q1", units).Value);
    }

    [Theory]
    [InlineData(2, "2024Q1")]
    [InlineData(8, "2024Q1")]
    [InlineData(12, "2025Q4")]
    [InlineData(16, "2025Q1")]
    [InlineData(20, "2024Q1")]
    public void NotApplicable_All_CityIsNotApplicable(int number, string quarter)
    {
        var rating = Rate.City(number, quarter, TestData.AllUnits((unit, _) => unit.NotApplicable(quarter)));

        Assert.Equal(RagStatus.NotApplicable, rating.State);
        Assert.Null(rating.Value);
    }

    // 20 % against the plan's 25 %, and against 18 % of a level between.
    [Fact]
    public void OwnTarget_OfALevelBetween_GoesBeforeThePlans()
    {
        var units = TestData.AllUnits((unit, _) => unit.Ratio("2024Q4", 20, 100));
        var own = TestData.Unit("150525").Target(2024, 18).Build().Targets;

        Assert.Equal(RagStatus.Red, Rate.City(2, "2024Q4", units).State);
        Assert.Equal(
            RagStatus.Green, RatingRules.RateAggregate(TestData.Indicator(2), new Quarter(2024, 4), "150500", units, own).State);
    }
}
