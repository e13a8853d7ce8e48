namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>Why there is no light or no number, in the words of the sentence that is read out (§5).</summary>
public sealed class CautionTests
{
    [Fact]
    public void Withheld_ALight_SaysOnlyTheLightAndWhenTheNumberComes()
    {
        var units = TestData.AllUnits((unit, place) => place < 2 ? unit.Ratio("2025Q1", 1, 10, approved: false) : unit.NotApplicable("2025Q1"));

        Assert.Equal(
            "一季度判为滞后。目前计入的单位不足3个，全部审核通过后公布数值。数据尚未全部审核通过，暂按上报数计。",
            RatingRules.RateAggregateForReaderOf(1, TestData.Indicator(2), Quarter.Parse("2025Q1"), TestData.CityCode, units).Explanation);
    }

    [Fact]
    public void Withheld_NotDueYet_SaysNoNumber()
    {
        var units = TestData.AllUnits((unit, place) => place < 2
            ? unit.Ratio("2024Q4", 3, 10).Ratio("2025Q3", 4, 10, approved: false)
            : unit.NotApplicable("2024Q4").NotApplicable("2025Q3"));

        Assert.StartsWith(
            "三季度年末考核，本季不判定。目前计入的单位不足3个",
            RatingRules.RateAggregateForReaderOf(1, TestData.Indicator(12), Quarter.Parse("2025Q3"), TestData.CityCode, units).Explanation,
            StringComparison.Ordinal);
    }

    [Fact]
    public void BaselineNotEntered_Cumulative_IsTakenAsNoughtAndSaid()
    {
        static UnitCaseBuilder Fill(UnitCaseBuilder unit, int place) =>
            (place == 0 ? unit : unit.Baseline(0)).Target(2024, 1).Amount("2024Q4", 1);

        Assert.EndsWith("尚未录入2023年基数，按0计。", Rate.Unit(20, "2024Q4", Fill(Rate.Central(), 0)).Explanation, StringComparison.Ordinal);
        Assert.EndsWith("。有单位尚未录入2023年基数，按0计。", Rate.City(20, "2024Q4", TestData.AllUnits(Fill)).Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("有单位", Rate.Unit(20, "2024Q4", Fill(Rate.Central(), 0)).Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("基数", Rate.Unit(20, "2024Q4", Fill(Rate.Central(), 1)).Explanation, StringComparison.Ordinal);
    }

    // Cumulative from 2024 on: a missing baseline counts as 0 unless the plan asks for it; a window which holds 2023 always needs it.
    [Theory]
    [InlineData(20, true, RagStatus.MissingBaseline)]
    [InlineData(20, false, RagStatus.Green)]
    [InlineData(16, true, RagStatus.MissingBaseline)]
    [InlineData(16, false, RagStatus.MissingBaseline)]
    public void BaselineNotEntered_RequiredOrInAWindow_IsMissing(int number, bool required, RagStatus expected)
    {
        var indicator = TestData.Indicator(number) with { BaselineRequired = required };

        Assert.Equal(expected, Rate.Unit(indicator, "2025Q4", Rate.Central().Target(2025, 5).Amount("2024Q4", 5).Amount("2025Q4", 5)).State);
    }

    [Fact]
    public void NotApplicable_OfAWhole_SaysWhy()
    {
        Assert.Equal("一季度不适用（下级单位均不计入），不参与判定。", Rate.City(1, "2024Q1", [Rate.Outside().Ratio("2024Q1", 1, 2).Build()]).Explanation);
        Assert.Equal(
            "一季度不适用（计入的单位本期均不适用），不参与判定。",
            Rate.City(2, "2024Q1", [Rate.Central().NotApplicable("2024Q1").Build(), Rate.Outside().NotApplicable("2024Q1").Build()]).Explanation);
    }

    [Fact]
    public void NotApplicable_YearBefore_LeavesNothingToCompare() =>
        Assert.Equal(
            "四季度不适用（2024年末不适用，无可比数），不参与判定。",
            Rate.Unit(12, "2025Q4", Rate.Central().NotApplicable("2024Q4").Ratio("2025Q4", 1, 2)).Explanation);

    // Only two of the three had the thing at both ends: their number alone decides who may be told the value.
    [Fact]
    public void Contributors_OfAnIncrease_AreThoseThatCouldBeCompared()
    {
        var units = TestData.AllUnits((unit, place) => place switch
        {
            < 2 => unit.Ratio("2024Q4", 3, 10).Ratio("2025Q4", 5, 10),
            2 => unit.NotApplicable("2024Q4").Ratio("2025Q4", 5, 10),
            _ => unit.NotApplicable("2024Q4").NotApplicable("2025Q4"),
        });

        Assert.Equal(2, Rate.City(12, "2025Q4", units).Measurement.Contributors);
        Assert.Equal(3, Rate.City(12, "2024Q4", TestData.AllUnits((unit, place) => place < 3 ? unit.Ratio("2024Q4", 3, 10) : unit.NotApplicable("2024Q4"))).Measurement.Contributors);
    }

    [Fact]
    public void Measurement_Reason_IsThatOfAnObstacleAlone()
    {
        Assert.Equal("", Measurement.Of(1).Reason);
        Assert.Equal("本期尚未上报", Measurement.NotReported.Reason);
    }

    [Fact]
    public void With_AnotherFigure_ChangesThatQuarterAlone()
    {
        var unit = Rate.Central().Target(2024, 5).Baseline(2).Amount("2024Q1", 1).Amount("2024Q2", 2).Build();

        var changed = unit.With(Quarter.Parse("2024Q2"), TestData.Amount(7));

        Assert.Equal([1, 7, null], AmountsOf(changed));
        Assert.Equal([1, 2, null], AmountsOf(unit));
        Assert.Equal(
            (unit.UnitCode, unit.UnitName, unit.Sets, unit.Baseline, unit.Targets),
            (changed.UnitCode, changed.UnitName, changed.Sets, changed.Baseline, changed.Targets));
    }

    private static IEnumerable<decimal?> AmountsOf(UnitCase unit) =>
        Enumerable.Range(1, 3).Select(number => unit.FigureOf(new Quarter(2024, number))?.Inputs?.Amount);
}
