using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>What is due at the end of a quarter (§3) and how far off is still amber (§4).</summary>
public sealed class ExpectedValueTests
{
    [Theory]
    // 2024 levels: the year's target in every quarter.
    [InlineData(3, "2024Q1", 58)]
    [InlineData(3, "2024Q4", 58)]
    [InlineData(14, "2024Q1", 50)]
    [InlineData(12, "2024Q2", 30)]
    [InlineData(5, "2024Q3", 97.8)]
    // 2025 stock levels: T2024 + (T2025 − T2024) × q/4.
    [InlineData(3, "2025Q1", 58.5)]
    [InlineData(3, "2025Q2", 59)]
    [InlineData(3, "2025Q3", 59.5)]
    [InlineData(3, "2025Q4", 60)]
    [InlineData(4, "2025Q1", 8.125)]
    [InlineData(4, "2025Q3", 8.175)]
    [InlineData(5, "2025Q1", 97.85)]
    [InlineData(6, "2025Q1", 92.25)]
    [InlineData(14, "2025Q1", 62.5)]
    [InlineData(14, "2025Q3", 87.5)]
    [InlineData(14, "2025Q4", 100)]
    // Equal targets leave nothing to interpolate.
    [InlineData(1, "2025Q1", 40)]
    [InlineData(7, "2025Q3", 99)]
    // Flow ratios: the year's target in every quarter, in both years.
    [InlineData(9, "2024Q1", 30)]
    [InlineData(9, "2025Q1", 35)]
    [InlineData(19, "2025Q1", 30)]
    [InlineData(21, "2024Q2", 15)]
    [InlineData(21, "2025Q2", 30)]
    public void ExpectedOfRatio_FollowsItsKind(int number, string quarter, double expected)
    {
        var rating = Rate.Unit(number, quarter, Rate.Central().Ratio(quarter, 1, 4).Ratio("2024Q4", 1, 4));

        Assert.Equal((Rational)(decimal)expected, rating.Target!.Expected);
    }

    [Theory]
    [InlineData(3, "2024Q1", 58.0)]
    [InlineData(16, "2024Q2", 8.0)]
    [InlineData(20, "2024Q2", 24.0)]
    [InlineData(12, "2025Q4", 10.0)]
    // An increase is due at the year's end; a window's start is what was built before, which nobody has reported.
    [InlineData(12, "2025Q3", null)]
    [InlineData(16, "2025Q2", null)]
    public void Path_NobodyHasReported_IsKnownWhereNoValueGoesIntoIt(int number, string quarter, double? expected)
    {
        var rating = Rate.City(number, quarter, [Rate.Central().Build()]);

        Assert.Null(rating.Target);
        Assert.Equal((Rational?)(decimal?)expected, rating.Path);
    }

    [Theory]
    [InlineData("2024Q1", 10)]
    [InlineData("2025Q1", 9)]
    [InlineData("2025Q4", 9)]
    public void ExpectedOfWaterLoss_IsTheYearsTarget(string quarter, int expected) =>
        Assert.Equal((Rational)expected, Rate.Unit(8, quarter, Rate.Central().Water(quarter, 100, 90, 0)).Target!.Expected);

    [Theory]
    // City, year amount: 20 × 5 %, 40 %, 80 %, 100 %; tolerance min(2, half of it).
    [InlineData(16, "2024Q1", 1, 0.5)]
    [InlineData(16, "2024Q2", 8, 2)]
    [InlineData(16, "2024Q3", 16, 2)]
    [InlineData(16, "2024Q4", 20, 2)]
    // City, cumulative in the first year: from 0.
    [InlineData(20, "2024Q1", 3, 1.5)]
    [InlineData(20, "2024Q2", 24, 6)]
    [InlineData(20, "2024Q4", 60, 6)]
    [InlineData(15, "2024Q1", 0.21, 0.105)]
    [InlineData(15, "2024Q4", 4.2, 0.42)]
    // City, cumulative in 2025: from 2024's target, whatever was built; tolerance min(10, half of the increase).
    [InlineData(20, "2025Q1", 62, 1)]
    [InlineData(20, "2025Q2", 76, 8)]
    [InlineData(20, "2025Q3", 92, 10)]
    [InlineData(20, "2025Q4", 100, 10)]
    [InlineData(15, "2025Q1", 4.24, 0.02)]
    [InlineData(15, "2025Q2", 4.52, 0.16)]
    [InlineData(15, "2025Q3", 4.84, 0.32)]
    [InlineData(15, "2025Q4", 5, 0.4)]
    public void ExpectedOfCitySum_FollowsTheCurve(int number, string quarter, double expected, double tolerance)
    {
        var units = TestData.AllUnits((unit, _) => unit.Baseline(0).Amount("2024Q4", 1).Amount(quarter, 1));

        var target = Rate.City(number, quarter, units).Target!;

        Assert.Equal((Rational)(decimal)expected, target.Expected);
        Assert.Equal((Rational)(decimal)tolerance, target.Tolerance);
    }

    [Theory]
    // S = 18 + 22 = 40: 40 + 20 × curve; tolerance min(6, half of 20 × curve).
    [InlineData("2025Q1", 18, 22, 41, 0.5)]
    [InlineData("2025Q2", 18, 22, 48, 4)]
    [InlineData("2025Q3", 18, 22, 56, 6)]
    [InlineData("2025Q4", 18, 22, 60, 6)]
    // S below: 2024's 20 is no starting point, S is.
    [InlineData("2025Q1", 5, 5, 12.5, 1.25)]
    // S reaches 60: 60 is expected and nothing was to be added, so nothing may be short.
    [InlineData("2025Q1", 30, 30, 60, 0)]
    [InlineData("2025Q1", 40, 40, 60, 0)]
    [InlineData("2025Q3", 60, 0, 60, 0)]
    public void ExpectedOfWindow_StartsFromWhatWasBuilt(string quarter, int of2023, int of2024, double expected, double tolerance)
    {
        var unit = Rate.Central().Target(2025, 60).Baseline(of2023).Amount("2024Q4", of2024).Amount(quarter, 0);

        var target = Rate.Unit(16, quarter, unit).Target!;

        Assert.Equal((Rational)(decimal)expected, target.Expected);
        Assert.Equal((Rational)(decimal)tolerance, target.Tolerance);
    }

    [Fact]
    public void RateUnit_WindowAlreadyReached_IsGreenFromTheStart() =>
        Assert.Equal(RagStatus.Green, Rate.Unit(16, "2025Q1", Rate.Central().Target(2025, 60).Baseline(40).Amount("2024Q4", 20).Amount("2025Q1", 0)).State);

    [Fact]
    public void ExpectedOfWindow_OwnTarget_ReplacesTheSixty()
    {
        var target = Rate.Unit(16, "2025Q2", Rate.Central().Target(2025, 9).Baseline(2).Amount("2024Q4", 3).Amount("2025Q2", 1)).Target!;

        Assert.Equal((Rational)6.6m, target.Expected);
        Assert.Equal((Rational)0.8m, target.Tolerance);
    }

    // 6 × 10 % = 0.6, and half of (8.4 − 6) = 1.2: the share of the target decides.
    [Fact]
    public void ExpectedOfUnitSum_OwnTargetsOfBothYears_RunsBetweenThem()
    {
        var unit = Rate.Central().Target(2024, 6).Target(2025, 12).Amount("2024Q4", 7).Amount("2025Q2", 1);

        var rating = Rate.Unit(20, "2025Q2", unit);

        Assert.Equal((Rational)8.4m, rating.Target!.Expected);
        Assert.Equal((Rational)1.2m, rating.Target.Tolerance);
        Assert.Equal((Rational)8, rating.Value);
        Assert.Equal((Rational)0.4m, rating.Shortfall);
        Assert.Equal(RagStatus.Amber, rating.State);
    }

    // Without its own 2024 target it starts from what it had by then: 1 + 4 = 5, so 5 + 7 × 40 %.
    [Fact]
    public void ExpectedOfUnitSum_WithoutOwn2024Target_StartsFromItsActual()
    {
        var target = Rate.Unit(20, "2025Q2", Rate.Central().Target(2025, 12).Baseline(1).Amount("2024Q4", 4).Amount("2025Q2", 1)).Target!;

        Assert.Equal((Rational)7.8m, target.Expected);
    }

    // Only a window that is full expects its target; 8 + (5 − 8) × 5 %.
    [Fact]
    public void ExpectedOfUnitSum_ActualBeyondTheYearsTarget_FollowsTheCurveDown()
    {
        var rating = Rate.Unit(20, "2025Q1", Rate.Central().Target(2025, 5).Amount("2024Q4", 8).Amount("2025Q1", 0));

        Assert.Equal((Rational)7.85m, rating.Target!.Expected);
        Assert.Equal(RagStatus.Green, rating.State);
    }

    // 6 + (4 − 6) × 5 % = 5.9, and nothing was to be added, so nothing may be short.
    [Fact]
    public void ExpectedOfUnitSum_OwnTargetFalls_FollowsTheCurveDown()
    {
        var rating = Rate.Unit(20, "2025Q1", Rate.Central().Target(2024, 6).Target(2025, 4).Amount("2024Q4", 4).Amount("2025Q1", 0.5m));

        Assert.Equal((Rational)5.9m, rating.Target!.Expected);
        Assert.Equal(Rational.Zero, rating.Target.Tolerance);
        Assert.Equal(RagStatus.Red, rating.State);
    }

    // 3 of the year's own 12 × 5 %: a year amount of a unit.
    [Fact]
    public void ExpectedOfYearAmount_OwnTarget_IsItsShare()
    {
        var rating = Rate.Unit(16, "2024Q1", Rate.Central().Target(2024, 12).Amount("2024Q1", 0.3m));

        Assert.Equal((Rational)0.6m, rating.Target!.Expected);
        Assert.Equal((Rational)0.3m, rating.Target.Tolerance);
        Assert.Equal(RagStatus.Amber, rating.State);
    }

    [Fact]
    public void ExpectedOfRatio_OnlyOwn2025Target_StartsFromTheCitys2024()
    {
        var rating = Rate.Unit(3, "2025Q1", Rate.Central().Target(2025, 66).Ratio("2025Q1", 1, 2));

        Assert.Equal((Rational)60, rating.Target!.Expected);
        Assert.Equal(66, rating.YearTarget.Number);
    }

    [Fact]
    public void ExpectedOfRatio_OnlyOwn2024Target_EndsAtTheCitys2025() =>
        Assert.Equal((Rational)51, Rate.Unit(3, "2025Q2", Rate.Central().Target(2024, 42).Ratio("2025Q2", 1, 2)).Target!.Expected);

    [Fact]
    public void ExpectedOfFlowRatio_OwnTarget_IsThatTargetInEveryQuarter() =>
        Assert.Equal((Rational)22, Rate.Unit(19, "2025Q1", Rate.Central().Target(2024, 10).Target(2025, 22).Ratio("2025Q1", 1, 2)).Target!.Expected);

    [Fact]
    public void ExpectedOfIncrease_OwnTarget_ReplacesTheTen()
    {
        var rating = Rate.Unit(12, "2025Q4", Rate.Central().Target(2025, 20).Ratio("2024Q4", 3, 10).Ratio("2025Q4", 4, 10));

        Assert.Equal((Rational)20, rating.Target!.Expected);
        Assert.Equal(RagStatus.Red, rating.State);
    }

    [Theory]
    // In force on the report date itself, not the day after.
    [InlineData("2024Q1", "2024-03-31", 50)]
    [InlineData("2024Q1", "2024-04-01", 58)]
    [InlineData("2024Q2", "2024-04-01", 50)]
    public void ExpectedOfRatio_OwnTarget_HoldsFromItsDate(string quarter, string from, int expected) =>
        Assert.Equal((Rational)expected, Rate.Unit(3, quarter, Rate.Central().Target(2024, 50, from).Ratio(quarter, 1, 2)).Target!.Expected);

    [Fact]
    public void RateUnit_OwnSumTargetNotYetInForce_IsNoTarget() =>
        Assert.Equal(RagStatus.NoTarget, Rate.Unit(20, "2024Q1", Rate.Central().Target(2024, 6, "2024-04-01").Amount("2024Q1", 1)).State);

    [Fact]
    public void RateUnit_SumTargetOfAnotherYear_IsNoTarget() =>
        Assert.Equal(RagStatus.NoTarget, Rate.Unit(20, "2025Q1", Rate.Central().Target(2024, 6).Amount("2024Q4", 6).Amount("2025Q1", 1)).State);

    // Nothing due yet and nothing done: met, and not a division by the curve.
    [Fact]
    public void RateUnit_CurveStartsAtZero_ExpectsNothingYet()
    {
        var indicator = TestData.Indicator(20, progressCurve: [0m, 0.4m, 0.8m, 1m]);

        var rating = Rate.Unit(indicator, "2024Q1", Rate.Central().Target(2024, 6).Amount("2024Q1", 0));

        Assert.Equal(RagStatus.Green, rating.State);
        Assert.Equal(Rational.Zero, rating.Target!.Tolerance);
    }

    // 2025: expected is the start, 6; below it and without tolerance it is red, and there is no pace to tell.
    [Fact]
    public void RateUnit_CurveZeroAndBehindTheStart_IsRedWithoutPace()
    {
        var indicator = TestData.Indicator(20, progressCurve: [0m, 0.4m, 0.8m, 1m]);

        var rating = Rate.Unit(indicator, "2025Q1", Rate.Central().Target(2024, 6).Target(2025, 9).Amount("2024Q4", 5).Amount("2025Q1", 0));

        Assert.Equal(RagStatus.Red, rating.State);
        Assert.Null(rating.YearAmountAtPace);
    }

    [Fact]
    public void RateUnit_YearWithoutTarget_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Unit(1, "2026Q1", Rate.Central().Ratio("2026Q1", 1, 2)));
}
