using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>Where a value leads at the present pace, and how far the same method was off before.</summary>
public sealed class ForecastTests
{
    // 1.6 by June is 40 %: 4 by December, of 8.
    [Fact]
    public void Forecast_Sum_FollowsTheSeason()
    {
        var forecast = Of(20, "2024Q2", Rate.Central().Target(2024, 8).Target(2025, 12).Amount("2024Q2", 1.6m))!;

        Assert.Equal(PaceMethod.Season, forecast.Method);
        Assert.Equal((Rational)4, forecast.YearEnd!.Value);
        Assert.Equal("预测年末累计 4.00万平方米，比全年目标≥8万平方米差4.00万平方米。", forecast.Words.YearEnd);
        Assert.Equal("按此进度，预测方案期内不能转为达标。", forecast.Words.Green);
    }

    // 7.5 a year: 7.5 of 8 by the year's end, 7.875 of 7.9 by March, 10.5 of 7.2 by June.
    [Fact]
    public void Forecast_Sum_NextYearStartsFromTheYearEndForecast() =>
        Assert.Equal(new Quarter(2025, 2), Of(20, "2024Q2", Rate.Central().Target(2024, 8).Target(2025, 6).Amount("2024Q2", 3))!.GreenFrom);

    [Fact]
    public void Forecast_Window_AddsTheYearsBefore()
    {
        var forecast = Of(16, "2025Q2", Rate.Central().Target(2025, 20).Baseline(5).Amount("2024Q4", 6).Amount("2025Q2", 2))!;

        Assert.Equal((Rational)16, forecast.YearEnd!.Value);
        Assert.Equal("预测年末累计 16.00万平方米，比全年目标≥20万平方米差4.00万平方米。", forecast.Words.YearEnd);
    }

    // 20, 21, 22, 23 of 100: one a quarter. 25 in two quarters.
    [Fact]
    public void Forecast_StockRatio_FollowsTheTrendOfFourQuarters()
    {
        var unit = Rate.Central().Ratio("2023Q4", 0, 100)
            .Ratio("2024Q1", 20, 100).Ratio("2024Q2", 21, 100).Ratio("2024Q3", 22, 100).Ratio("2024Q4", 23, 100);

        var forecast = Of(2, "2024Q4", unit)!;

        Assert.Equal((PaceMethod.Trend, 4), (forecast.Method, forecast.TrendQuarters));
        Assert.Null(forecast.YearEnd);
        Assert.Equal(new Quarter(2025, 2), forecast.GreenFrom);
        Assert.Equal("按此进度，预测2025年二季度转为达标。", forecast.Words.Green);
        Assert.Equal("按最近4个季度平均每季变化推算，分母按本季数", forecast.Words.Method);
    }

    // Villages are whole: 20 and then 20.5 and 21 of 100 are forecast as 21 (rounded) and 21.
    [Fact]
    public void Forecast_CountedThings_AreWhole()
    {
        var forecast = Of(2, "2024Q3", Rate.Central().Ratio("2024Q1", 19, 100).Ratio("2024Q2", 20, 100).Ratio("2024Q3", 20, 100))!;

        Assert.Equal((Rational)21, forecast.YearEnd!.Value);
    }

    [Theory]
    [InlineData(98, 99, 100)]
    [InlineData(10, 4, 0)]
    public void Forecast_Ratio_StaysBetweenNothingAndAll(int first, int second, int expected) =>
        Assert.Equal((Rational)expected, Of(1, "2024Q2", Rate.Central().Ratio("2024Q1", first, 100).Ratio("2024Q2", second, 100))!.YearEnd!.Value);

    // A density has no ceiling of its own: 8.0, 8.1, 8.2, 8.3.
    [Fact]
    public void Forecast_Density_IsNotCapped() =>
        Assert.Equal((Rational)8.3m, Of(4, "2024Q2", Rate.Central().Ratio("2024Q1", 80, 10).Ratio("2024Q2", 81, 10))!.YearEnd!.Value);

    [Fact]
    public void Forecast_YearToDateRatio_StaysAsItIs()
    {
        var forecast = Of(19, "2025Q2", Rate.Central().Ratio("2025Q1", 1, 100).Ratio("2025Q2", 20, 100))!;

        Assert.Equal((Rational)20, forecast.YearEnd!.Value);
        Assert.Equal("预测年末20.0%，比全年目标≥30%差10.0个百分点。", forecast.Words.YearEnd);
        Assert.Equal("按年初至今的水平推算", forecast.Words.Method);
    }

    [Fact]
    public void Forecast_StrictTargetMetByEquality_SaysNotExceeded() =>
        Assert.Equal("预测年末99.00%，与全年目标>99%恰好持平，未超过。", Of(7, "2024Q2", Rate.Central().Ratio("2024Q1", 99, 100).Ratio("2024Q2", 99, 100))!.Words.YearEnd);

    // From 30 at the year's end to 33 and 36: 42 by December, which is 12 more.
    [Fact]
    public void Forecast_Increase_IsThatOfTheTrend()
    {
        var forecast = Of(12, "2025Q2", Rate.Central().Ratio("2024Q4", 30, 100).Ratio("2025Q1", 33, 100).Ratio("2025Q2", 36, 100))!;

        Assert.Equal((Rational)12, forecast.YearEnd!.Value);
        Assert.Equal("预测年末+12.0个百分点，可达到全年目标≥+10个百分点。", forecast.Words.YearEnd);
        Assert.Equal("", forecast.Words.Green);
    }

    // Forecast at Q1 (2, 20 %) 20 of what came to 10, at Q2 10, at Q3 12.5: 10, 0, 2.5 off.
    [Fact]
    public void Forecast_Hindsight_IsTheMeanErrorOfYearEndsThatCame()
    {
        var unit = Rate.Central().Target(2024, 10).Target(2025, 20)
            .Amount("2024Q1", 1).Amount("2024Q2", 4).Amount("2024Q3", 10).Amount("2024Q4", 10).Amount("2025Q1", 0.2m);

        var hindsight = Of(20, "2025Q1", unit)!.Hindsight!;

        Assert.Equal(3, hindsight.Count);
        Assert.Equal(new Rational(25, 6), hindsight.Mean);
        Assert.Equal("此前用同一方法预测年末数3次，与实际平均相差4.17万平方米。", Of(20, "2025Q1", unit)!.Words.Hindsight);
    }

    [Fact]
    public void Forecast_NothingToCompare_SaysSo() =>
        Assert.Equal("此前没有可对照的预测。", Of(20, "2024Q2", Rate.Central().Target(2024, 8).Amount("2024Q2", 1.6m))!.Words.Hindsight);

    [Fact]
    public void Forecast_WhatIsLater_IsNotLookedAt()
    {
        var forecast = Of(2, "2024Q2", Rate.Central().Ratio("2024Q1", 20, 100).Ratio("2024Q2", 21, 100).Ratio("2024Q3", 90, 100).Ratio("2024Q4", 95, 100))!;

        Assert.Equal((Rational)23, forecast.YearEnd!.Value);
        Assert.Null(forecast.Hindsight);
    }

    [Fact]
    public void Forecast_NothingToCarry_IsNone()
    {
        Assert.Null(Of(2, "2024Q2", Rate.Central()));
        Assert.Null(Of(2, "2024Q2", Rate.Central().NotApplicable("2024Q2")));
        Assert.Null(Of(2, "2024Q2", Rate.Central().Ratio("2024Q2", 1, 4)));
    }

    [Fact]
    public void Forecast_SumWithoutTarget_SaysTheAmountAlone() =>
        Assert.Equal("预测年末累计 4.00万平方米。", Of(20, "2024Q2", Rate.Central().Amount("2024Q2", 1.6m))!.Words.YearEnd);

    [Fact]
    public void Forecast_OfAWhole_CarriesEveryUnit()
    {
        var units = new[]
        {
            TestCommon.TestData.Unit("科尔沁区").Ratio("2024Q1", 10, 100).Ratio("2024Q2", 20, 100).Build(),
            TestCommon.TestData.Unit("奈曼旗").NotApplicable("2024Q2").Build(),
            TestCommon.TestData.Unit("库伦旗").Ratio("2024Q1", 30, 300).Ratio("2024Q2", 30, 300).Build(),
        };

        var forecast = Forecast.Of(TestCommon.TestData.Indicator(2), Quarter.Parse("2024Q2"), RatedCase.OfAggregate(TestCommon.TestData.CityCode, units))!;

        // 40 and 30 of 400.
        Assert.Equal((Rational)17.5m, forecast.YearEnd!.Value);
    }

    private static Forecast? Of(int number, string quarter, UnitCaseBuilder unit) =>
        Forecast.Of(TestCommon.TestData.Indicator(number), Quarter.Parse(quarter), RatedCase.OfUnit(unit.Build()));
}
