using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>What is due (时序进度) where there is no light to be measured against it.</summary>
public sealed class PathTests
{
    [Theory]
    [InlineData(2, "2024Q1", 25)]
    [InlineData(3, "2025Q2", 59)]
    [InlineData(12, "2025Q4", 10)]
    [InlineData(12, "2025Q3", null)] // due at the year's end alone
    public void Path_UnitsRatioNotReported_IsKnown(int number, string quarter, int? expected) =>
        Assert.Equal((Rational?)expected, Rate.Unit(number, quarter, Rate.Central()).Path);

    // A unit's sum is drawn against its own target only once there is a value: what it starts from is not known before.
    [Theory]
    [InlineData("2024Q2")]
    [InlineData("2025Q2")]
    public void Path_UnitsSumNotReported_IsNone(string quarter)
    {
        Assert.Null(Rate.Unit(16, quarter, Rate.Central().Target(2024, 5).Target(2025, 9)).Path);
        Assert.Null(Rate.Unit(20, quarter, Rate.Central().Target(2024, 5).Target(2025, 9)).Path);
        Assert.Null(Rate.Unit(20, quarter, Rate.Central()).Path);
    }

    [Fact]
    public void Path_ForReferenceOnly_IsNone()
    {
        var rating = Rate.Unit(1, "2024Q4", Rate.Outside().Ratio("2024Q4", 3, 10));

        Assert.Equal((RagStatus.Reference, null), (rating.State, rating.Path));
    }

    [Fact]
    public void Path_WithALight_IsWhatItIsMeasuredAgainst()
    {
        var rating = Rate.Unit(16, "2025Q2", Rate.Central().Target(2025, 9).Baseline(2).Amount("2024Q4", 3).Amount("2025Q2", 1));

        Assert.Equal((Rational)6.6m, rating.Path); // 5 are there, and 40 % of the other 4
        Assert.Equal(rating.Target!.Expected, rating.Path);
    }

    // A reader of few units knows the annex, but must not be told what a window started from.
    [Fact]
    public void Path_Withheld_StaysWhereNoFigureGoesIntoIt()
    {
        var levels = ForOneUnit(2, "2025Q1", TestData.AllUnits((unit, place) => place < 2 ? unit.Ratio("2025Q1", 1, 10, approved: false) : unit.NotApplicable("2025Q1")));
        var window = ForOneUnit(16, "2025Q1", TestData.AllUnits((unit, place) => place < 2
            ? unit.Baseline(3).Amount("2024Q4", 4).Amount("2025Q1", 1, approved: false)
            : unit.NotApplicable("2025Q1")));

        Assert.Equal((true, 25, 25), (levels.IsWithheld, levels.Path, levels.Target!.Expected));
        Assert.Equal((true, null, null), (window.IsWithheld, window.Path, window.Target));
    }

    [Fact]
    public void RateUnit_YearWithoutATarget_IsRefusedByName()
    {
        var notReported = Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Unit(2, "2023Q4", Rate.Central()));
        var reported = Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Unit(2, "2023Q4", Rate.Central().Ratio("2023Q4", 1, 2)));

        Assert.StartsWith("Indicator 2 has no target for 2023.", notReported.Message, StringComparison.Ordinal);
        Assert.StartsWith("Indicator 2 has no target for 2023.", reported.Message, StringComparison.Ordinal);
    }

    private static IndicatorRating ForOneUnit(int number, string quarter, IReadOnlyList<UnitCase> units) =>
        RatingRules.RateAggregateForReaderOf(1, TestData.Indicator(number), Quarter.Parse(quarter), TestData.CityCode, units);
}
