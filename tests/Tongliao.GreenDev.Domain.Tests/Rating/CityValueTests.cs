using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The value of the city from its units (§2).</summary>
public sealed class CityValueTests
{
    // 1/10 and eight times 9/10 of another size: ΣN/ΣD, never the mean of the percentages.
    [Fact]
    public void Ratio_IsSumOverSum()
    {
        var units = TestData.AllUnits((unit, place) => place == 0 ? unit.Ratio("2024Q1", 1, 100) : unit.Ratio("2024Q1", 9, 10));

        Assert.Equal(new Rational(7300, 180), Rate.City(2, "2024Q1", units).Value);
    }

    [Fact]
    public void Density_IsSumOverSum()
    {
        var units = TestData.AllUnits((unit, place) => unit.Ratio("2024Q1", 8 + place, 1 + place));

        Assert.Equal(new Rational(108, 45), Rate.City(4, "2024Q1", units).Value);
    }

    // (10.5 × 1000 + 5 × 3000) / 4000: weighted by the water supplied; uncorrected (120 + 180) / 4000.
    [Fact]
    public void WaterLoss_IsWeightedBySupply()
    {
        var units = TestData.AllUnits((unit, place) => place switch
        {
            0 => unit.Water("2024Q1", 1000, 880, 1.5m),
            8 => unit.Water("2024Q1", 3000, 2820, 1),
            _ => unit,
        });

        var rating = Rate.City(8, "2024Q1", units);

        Assert.Equal((Rational)6.375m, rating.Value);
        Assert.Equal((Rational)7.5m, rating.Measurement.Uncorrected);
        Assert.Equal(RagStatus.Green, rating.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(14)]
    public void CentralUrban_OnlyTwoUnitsCount(int number)
    {
        var units = TestData.AllUnits((unit, place) => unit.Ratio("2024Q1", place is 0 or 8 ? 3 : 0, 4));

        var rating = Rate.City(number, "2024Q1", units);

        Assert.Equal((Rational)75, rating.Value);
        Assert.Equal(2, rating.CountingUnits);
        Assert.Equal(2, rating.ReportedUnits);
    }

    [Fact]
    public void CentralUrban_OthersUnreported_IsComplete()
    {
        var units = TestData.AllUnits((unit, place) => place is 0 or 8 ? unit.Ratio("2024Q1", 1, 2) : unit);

        Assert.Equal(RagStatus.Green, Rate.City(1, "2024Q1", units).State);
    }

    // Nine times (1 + 2), one of which adds nothing this year but keeps what it built: 27 + 8 × 0.5.
    [Theory]
    [InlineData(16)]
    [InlineData(20)]
    public void Sum_NotApplicableNow_KeepsEarlierAmounts(int number)
    {
        var units = TestData.AllUnits((unit, place) =>
        {
            var built = unit.Baseline(1).Amount("2024Q4", 2);
            return place == 4 ? built.NotApplicable("2025Q2") : built.Amount("2025Q2", 0.5m);
        });

        var rating = Rate.City(number, "2025Q2", units);

        Assert.Equal((Rational)31, rating.Value);
        Assert.Equal((Rational)4, rating.Measurement.YearToDate);
    }

    // Who has nothing to report now owes no baseline and no year end: 8 × (1 + 2 + 0.5).
    [Fact]
    public void Sum_NotApplicableNow_OwesNoEarlierAmounts()
    {
        var units = TestData.AllUnits((unit, place) => place == 4
            ? unit.NotApplicable("2025Q2")
            : unit.Baseline(1).Amount("2024Q4", 2).Amount("2025Q2", 0.5m));

        Assert.Equal((Rational)28, Rate.City(16, "2025Q2", units).Value);
    }

    [Fact]
    public void Sum_YearAmount_IsTheSum()
    {
        var rating = Rate.City(16, "2024Q4", TestData.AllUnits((unit, place) => unit.Baseline(7).Amount("2024Q4", place)));

        Assert.Equal((Rational)36, rating.Value);
        Assert.Equal(RagStatus.Green, rating.State);
    }

    [Theory]
    [InlineData(16, false, true)]
    [InlineData(16, true, false)]
    [InlineData(20, false, true)]
    [InlineData(15, false, true)]
    public void Sum_OneUnitLacksWhatItNeeds_IsMissingBaseline(int number, bool hasYearEnd, bool hasBaseline)
    {
        var units = TestData.AllUnits((unit, place) =>
        {
            var now = unit.Amount("2025Q1", 1);
            now = place != 5 || hasYearEnd ? now.Amount("2024Q4", 1) : now;
            return place != 5 || hasBaseline ? now.Baseline(1) : now;
        });

        var rating = Rate.City(number, "2025Q1", units);

        Assert.Equal(RagStatus.MissingBaseline, rating.State);
        Assert.Contains("奈曼旗", rating.Measurement.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("开鲁县", rating.Measurement.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_SomeBaselinesNotEntered_CountZeroAndSaysSo()
    {
        var rating = Rate.City(20, "2024Q1", TestData.AllUnits((unit, place) => place == 0 ? unit.Amount("2024Q1", 1) : unit.Baseline(1).Amount("2024Q1", 1)));

        Assert.Equal((Rational)17, rating.Value);
        Assert.Contains("2023年基数，按0计", rating.Explanation, StringComparison.Ordinal);
    }

    // The city's start is the plan's 60, not the 9 that were built: 60 + (100 − 60) × 5 %.
    [Fact]
    public void Sum_City_StartsFromThePlannedYearEnd() =>
        Assert.Equal((Rational)62, Rate.City(20, "2025Q1", TestData.AllUnits((unit, _) => unit.Amount("2024Q4", 1).Amount("2025Q1", 1))).Target!.Expected);

    // Seven times 3/10 → 4/10; the two others are left out of both years.
    [Fact]
    public void Increase_NotApplicableInEitherYear_IsLeftOutOfBoth()
    {
        var units = TestData.AllUnits((unit, place) => place switch
        {
            0 => unit.NotApplicable("2024Q4").Ratio("2025Q4", 100, 100),
            1 => unit.Ratio("2024Q4", 100, 100).NotApplicable("2025Q4"),
            _ => unit.Ratio("2024Q4", 3, 10).Ratio("2025Q4", 4, 10),
        });

        var rating = Rate.City(12, "2025Q4", units);

        Assert.Equal((Rational)10, rating.Value);
        Assert.Equal(RagStatus.Green, rating.State);
    }

    // Who is not applicable now owes no year end.
    [Fact]
    public void Increase_NotApplicableNowWithoutYearEnd_IsNoMissingBaseline()
    {
        var units = TestData.AllUnits((unit, place) => place == 0
            ? unit.NotApplicable("2025Q4")
            : unit.Ratio("2024Q4", 3, 10).Ratio("2025Q4", 4, 10));

        Assert.Equal(RagStatus.Green, Rate.City(12, "2025Q4", units).State);
    }

    [Fact]
    public void Increase_OneYearEndMissing_IsMissingBaseline()
    {
        var units = TestData.AllUnits((unit, place) => place == 0
            ? unit.Ratio("2025Q4", 3, 10)
            : unit.Ratio("2024Q4", 3, 10).Ratio("2025Q4", 4, 10));

        Assert.Equal(RagStatus.MissingBaseline, Rate.City(12, "2025Q4", units).State);
    }

    [Fact]
    public void Increase_NobodyComparable_IsNotApplicable() =>
        Assert.Equal(RagStatus.NotApplicable, Rate.City(12, "2025Q4", TestData.AllUnits((unit, _) => unit.NotApplicable("2024Q4").Ratio("2025Q4", 1, 2))).State);

    [Fact]
    public void Increase_BeforeYearEnd_IsNotDueWithValue()
    {
        var rating = Rate.City(12, "2025Q2", TestData.AllUnits((unit, _) => unit.Ratio("2024Q4", 3, 10).Ratio("2025Q2", 35, 100)));

        Assert.Equal(RagStatus.NotDue, rating.State);
        Assert.Equal((Rational)5, rating.Value);
    }

    [Fact]
    public void Increase_Incomplete_SaysTheIncreaseAndNoLevel()
    {
        var rating = Rate.City(12, "2025Q2", TestData.AllUnits((unit, place) => place == 0 ? unit : unit.Ratio("2024Q4", 3, 10).Ratio("2025Q2", 35, 100)));

        Assert.Equal(RagStatus.Incomplete, rating.State);
        Assert.Contains("较上年末提高5.0个百分点", rating.Explanation, StringComparison.Ordinal);
    }
}
