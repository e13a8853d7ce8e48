using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>What a rating says besides its light (§5): changes, what is needed, the pace.</summary>
public sealed class BesidesTests
{
    [Fact]
    public void Changes_Ratio_AreDifferencesOfExactValues()
    {
        var rating = Rate.Unit(2, "2025Q1", Rate.Central().Ratio("2024Q1", 1, 3).Ratio("2024Q4", 2, 3).Ratio("2025Q1", 1, 2));

        Assert.Equal(new Rational(-50, 3), rating.ChangeOnQuarter);
        Assert.Equal(new Rational(50, 3), rating.ChangeOnYear);
    }

    [Fact]
    public void Changes_NothingBefore_AreNone()
    {
        var rating = Rate.Unit(2, "2024Q1", Rate.Central().Ratio("2023Q4", 1, 2).Ratio("2024Q1", 1, 2));

        Assert.Null(rating.ChangeOnQuarter);
        Assert.Null(rating.ChangeOnYear);
    }

    [Theory]
    [InlineData("2025Q1")]
    [InlineData("2025Q2")]
    public void Changes_Increase_AreNoneAcrossTheYears(string quarter)
    {
        var rating = Rate.Unit(12, quarter, Rate.Central().Ratio("2024Q1", 1, 10).Ratio("2024Q2", 2, 10).Ratio("2024Q4", 3, 10).Ratio(quarter, 4, 10));

        Assert.Null(rating.ChangeOnQuarter);
        Assert.Null(rating.ChangeOnYear);
    }

    [Fact]
    public void Changes_IncreaseWithinTheYear_AreGiven() =>
        Assert.Equal((Rational)5, Rate.Unit(12, "2025Q2", Rate.Central().Ratio("2024Q4", 3, 10).Ratio("2025Q1", 30, 100).Ratio("2025Q2", 35, 100)).ChangeOnQuarter);

    [Fact]
    public void Changes_Window_AreNoneAcrossTheYears()
    {
        var rating = Rate.Unit(16, "2025Q1", Rate.Central().Target(2024, 3).Target(2025, 9).Baseline(1).Amount("2024Q1", 1).Amount("2024Q4", 3).Amount("2025Q1", 1));

        Assert.Null(rating.ChangeOnQuarter);
        Assert.Null(rating.ChangeOnYear);
    }

    [Fact]
    public void Changes_WindowWithinTheYear_AreGiven() =>
        Assert.Equal((Rational)2, Rate.Unit(16, "2025Q2", Rate.Central().Target(2025, 9).Baseline(1).Amount("2024Q4", 3).Amount("2025Q1", 1).Amount("2025Q2", 3)).ChangeOnQuarter);

    // Cumulative in both years: 1 + 3 + 1 against 1 + 3 and against 1 + 2.
    [Fact]
    public void Changes_Cumulative_RunAcrossTheYears()
    {
        var rating = Rate.Unit(20, "2025Q1", Rate.Central().Target(2025, 9).Baseline(1).Amount("2024Q1", 2).Amount("2024Q4", 3).Amount("2025Q1", 1));

        Assert.Equal((Rational)1, rating.ChangeOnQuarter);
        Assert.Equal((Rational)2, rating.ChangeOnYear);
    }

    [Fact]
    public void Changes_QuarterBeforeNotApplicable_AreNone() =>
        Assert.Null(Rate.Unit(2, "2024Q2", Rate.Central().NotApplicable("2024Q1").Ratio("2024Q2", 1, 2)).ChangeOnQuarter);

    [Fact]
    public void Changes_City_NoneOnAnIncompleteQuarter()
    {
        var units = TestData.AllUnits((unit, place) => (place == 0 ? unit : unit.Ratio("2024Q1", 1, 2)).Ratio("2024Q2", 3, 4));

        Assert.Null(Rate.City(2, "2024Q2", units).ChangeOnQuarter);
    }

    [Fact]
    public void Changes_City_AreGiven()
    {
        var units = TestData.AllUnits((unit, _) => unit.Ratio("2024Q1", 1, 2).Ratio("2024Q2", 3, 4));

        Assert.Equal((Rational)25, Rate.City(2, "2024Q2", units).ChangeOnQuarter);
    }

    [Fact]
    public void Changes_IncompleteCity_AreNone()
    {
        var units = TestData.AllUnits((unit, place) => place == 0 ? unit.Ratio("2024Q1", 1, 2) : unit.Ratio("2024Q1", 1, 2).Ratio("2024Q2", 3, 4));

        Assert.Null(Rate.City(2, "2024Q2", units).ChangeOnQuarter);
    }

    [Theory]
    // (60 − 50) over three, two and one remaining quarters: the year's target, not the quarter's.
    [InlineData("2025Q1", 10, 3)]
    [InlineData("2025Q2", 10, 2)]
    [InlineData("2025Q3", 10, 1)]
    public void Needed_BehindRatio_IsTheGapToTheYearsTargetPerQuarter(string quarter, int gap, int quarters) =>
        Assert.Equal(new Rational(gap, quarters), Rate.Unit(3, quarter, Rate.Central().Ratio(quarter, 1, 2)).NeededPerQuarter);

    [Fact]
    public void Needed_AtYearEnd_IsNone() =>
        Assert.Null(Rate.Unit(3, "2025Q4", Rate.Central().Ratio("2025Q4", 1, 2)).NeededPerQuarter);

    [Fact]
    public void Needed_Green_IsNone() =>
        Assert.Null(Rate.Unit(3, "2025Q1", Rate.Central().Ratio("2025Q1", 9, 10)).NeededPerQuarter);

    [Fact]
    public void Needed_WaterLoss_IsHowFarItMustFall() =>
        Assert.Equal((Rational)2, Rate.Unit(8, "2024Q2", Rate.Central().Water("2024Q2", 100, 86, 0)).NeededPerQuarter);

    [Fact]
    public void Needed_WithoutALight_IsNone() =>
        Assert.Null(Rate.Unit(1, "2024Q1", Rate.Outside().Ratio("2024Q1", 1, 10)).NeededPerQuarter);

    // (6 − 0.1) / 3 still needed; 0.1 / 5 % = 2 at this pace.
    [Fact]
    public void Pace_BehindSum_IsYearToDateOverTheCurve()
    {
        var rating = Rate.Unit(20, "2024Q1", Rate.Central().Target(2024, 6).Amount("2024Q1", 0.1m));

        Assert.Equal(new Rational(59, 30), rating.NeededPerQuarter);
        Assert.Equal((Rational)2, rating.YearAmountAtPace);
    }

    // The pace is this year's alone: 1 / 40 %, whatever was built before.
    [Fact]
    public void Pace_SecondYear_TakesTheYearToDateOnly() =>
        Assert.Equal((Rational)2.5m, Rate.Unit(20, "2025Q2", Rate.Central().Target(2024, 6).Target(2025, 20).Amount("2024Q4", 5).Amount("2025Q2", 1)).YearAmountAtPace);

    [Fact]
    public void Pace_GreenSum_IsNone() =>
        Assert.Null(Rate.Unit(20, "2024Q1", Rate.Central().Target(2024, 6).Amount("2024Q1", 3)).YearAmountAtPace);

    [Fact]
    public void Pace_Ratio_IsNone() =>
        Assert.Null(Rate.Unit(3, "2024Q1", Rate.Central().Ratio("2024Q1", 1, 10)).YearAmountAtPace);

    [Fact]
    public void YearTarget_OwnAndPlanned_AreBothTold()
    {
        var target = Rate.Unit(3, "2024Q1", Rate.Central().Target(2024, 50).Ratio("2024Q1", 1, 2)).YearTarget;

        Assert.Equal(50m, target.Number);
        Assert.Equal(58m, target.Annex.Value);
        Assert.Equal("通住建发〔2024〕1号", target.Own!.Document);
    }

    // A light or not: what holds for the year is known.
    [Theory]
    [InlineData(20, 6, false)]
    [InlineData(20, null, true)]
    [InlineData(3, 50, false)]
    [InlineData(3, null, false)]
    public void YearTarget_NothingReported_IsTheOneInForce(int number, int? own, bool isMissing)
    {
        var unit = own is { } value ? Rate.Central().Target(2024, value) : Rate.Central();

        var target = Rate.Unit(number, "2024Q1", unit).YearTarget;

        Assert.Equal(own ?? TestData.Indicator(number).TargetOf(2024)!.Value, target.Number);
        Assert.Equal(own, target.Own?.Value);
        Assert.Equal(isMissing, target.IsMissing);
    }

    [Fact]
    public void YearTarget_SumOfTheCity_IsTheAnnexs()
    {
        var target = Rate.City(20, "2025Q1", TestData.AllUnits((unit, _) => unit)).YearTarget;

        Assert.False(target.IsMissing);
        Assert.Equal((100m, 60m), (target.Number, target.Before!.Number));
    }

    [Theory]
    [InlineData(12, "2024Q4", "%")]
    [InlineData(12, "2025Q4", "个百分点")]
    [InlineData(4, "2025Q4", "公里/平方公里")]
    public void Unit_IsThatOfTheYearsValue(int number, string quarter, string unit) =>
        Assert.Equal(unit, Rate.Unit(number, quarter, Rate.Central()).Unit);
}
