using Tongliao.GreenDev.Domain.Numbers;
using TestData = Tongliao.GreenDev.TestCommon.TestData;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>How a rating was reckoned, with the numbers in the words.</summary>
public sealed class CalculationTests
{
    [Theory]
    [InlineData(1, "2024Q1", "20.24 ÷ 50.6 × 100 = 40.0%")]
    [InlineData(4, "2024Q1", "20.24 ÷ 50.6 = 0.40公里/平方公里")]
    public void Formula_OfARatio_HasItsNumbers(int number, string quarter, string said) =>
        Assert.Equal(said, Of(number, quarter, Rate.Central().Ratio(quarter, 20.24m, 50.6m)).Formula);

    [Fact]
    public void Formula_OfWhatHadToBeRounded_SaysSo() => Assert.Equal("1 ÷ 3 × 100 ≈ 33.3%", Of(2, "2024Q1", Rate.Central().Ratio("2024Q1", 1, 3)).Formula);

    [Theory]
    [InlineData(1.5, "（1,000 − 890）÷ 1,000 × 100 − 1.5 = 9.50%")]
    [InlineData(-2, "（1,000 − 890）÷ 1,000 × 100 − （-2） = 13.00%")]
    public void Formula_OfWaterLoss_HasTheCorrection(double correction, string said) =>
        Assert.Equal(said, Of(8, "2025Q4", Rate.Central().Water("2025Q4", 1000, 890, (decimal)correction)).Formula);

    [Fact]
    public void Formula_OfAnIncrease_HasBothYears() => Assert.Equal(
        "25 ÷ 30 × 100 − 2024年末 11 ÷ 15 × 100 = +10.0个百分点", Of(12, "2025Q4", Rate.Central().Ratio("2024Q4", 11, 15).Ratio("2025Q4", 25, 30)).Formula);

    [Fact]
    public void Formula_OfSums_HasWhatStoodAtTheYearsStart()
    {
        Assert.Equal("本年累计 3 = 3.00万平方米", Of(16, "2024Q2", Rate.Central().Target(2024, 6).Amount("2024Q2", 3)).Formula);
        Assert.Equal("年初已有 5 + 本年累计 2.5 = 7.50万平方米", Of(16, "2025Q2", Rate.Central().Target(2025, 12).Baseline(2).Amount("2024Q4", 3).Amount("2025Q2", 2.5m)).Formula);
    }

    [Fact]
    public void Formula_OfAWhole_HasTheSums()
    {
        var units = TestData.AllUnits((unit, place) => place == 8 ? unit.NotApplicable("2024Q1") : unit.Ratio("2024Q1", 25, 100));
        var rated = RatedCase.OfAggregate(TestData.CityCode, units);
        var calculation = new RatingCalculation(rated.Rate(TestData.Indicator(2), Quarter.Parse("2024Q1")), rated, showsAll: true);

        Assert.Equal("200 ÷ 800 × 100 = 25.0%", calculation.Formula);
        Assert.Equal((200m, 800m), (calculation.Numbers!.Numerator, calculation.Numbers.Denominator));
        Assert.Equal(8, calculation.Members.Count(member => member is { Part: MemberPart.In, WeightText: "12.5%" }));
        Assert.Equal((MemberPart.NotApplicable, null), (calculation.Members[8].Part, calculation.Members[8].Weight));
        Assert.Equal("", new RatingCalculation(calculation.Rating, rated, showsAll: false).Formula);
    }

    // (100 − 80) and (300 − 270) of 400 are 12.5 %; corrections of 1 and 2 weigh 1.75.
    [Fact]
    public void Formula_OfAWholesWaterLoss_HasTheWeightedCorrection()
    {
        var units = TestData.AllUnits((unit, place) => place switch { 0 => unit.Water("2024Q1", 100, 80, 1), 8 => unit.Water("2024Q1", 300, 270, 2), _ => unit.Water("2024Q1", 7, 7, 0) });
        var rated = RatedCase.OfAggregate(TestData.CityCode, units);
        var calculation = new RatingCalculation(rated.Rate(TestData.Indicator(8), Quarter.Parse("2024Q1")), rated, showsAll: true);

        Assert.Equal("（400 − 350）÷ 400 × 100 − 1.75 = 10.75%", calculation.Formula);
        Assert.Equal(7, calculation.Members.Count(member => member.Part == MemberPart.Reference));
    }

    [Theory]
    [InlineData(2, "2024Q1", "本年各季度均为全年目标25%")]
    [InlineData(1, "2025Q1", "本年各季度均为全年目标40%")]
    [InlineData(3, "2025Q2", "上年目标58 +（全年目标60 − 58）× 2/4 = 59%")]
    public void Expected_OfARatio_SaysItsWay(int number, string quarter, string said) =>
        Assert.Equal(said, Of(number, quarter, Rate.Central().Ratio(quarter, 1, 4)).Expected);

    [Fact]
    public void Expected_OfAnIncrease_IsDueAtTheYearsEnd()
    {
        Assert.Equal("年末比上年末提高10个百分点", Of(12, "2025Q4", Rate.Central().Ratio("2024Q4", 3, 10).Ratio("2025Q4", 4, 10)).Expected);
        Assert.Equal("", Of(12, "2025Q3", Rate.Central().Ratio("2024Q4", 3, 10).Ratio("2025Q3", 4, 10)).Expected);
    }

    [Fact]
    public void Expected_OfSums_SaysWhereTheyStart()
    {
        Assert.Equal("全年目标6 × 时序进度40% = 2.4万平方米", Of(16, "2024Q2", Rate.Central().Target(2024, 6).Amount("2024Q2", 3)).Expected);
        Assert.Equal("上年目标6 +（全年目标12 − 6）× 时序进度40% = 8.4万平方米", Of(20, "2025Q2", Rate.Central().Target(2024, 6).Target(2025, 12).Amount("2024Q4", 7).Amount("2025Q2", 1)).Expected);
        Assert.Equal("年初已有5 +（全年目标12 − 5）× 时序进度40% = 7.8万平方米", Of(20, "2025Q2", Rate.Central().Target(2025, 12).Baseline(1).Amount("2024Q4", 4).Amount("2025Q2", 1)).Expected);
        Assert.Equal("年初已有的已达到全年目标，应达即全年目标12万平方米", Of(16, "2025Q2", Rate.Central().Target(2025, 12).Baseline(9).Amount("2024Q4", 4).Amount("2025Q2", 0)).Expected);
    }

    [Fact]
    public void Tolerance_SaysWhereItComesFrom()
    {
        Assert.Equal("1个百分点，差在以内为预警，超过为滞后", Of(2, "2024Q1", Rate.Central().Ratio("2024Q1", 1, 4)).Tolerance);
        Assert.Equal(
            "全年目标的10%为0.6万平方米，本年到本季应增量的一半为0.15万平方米，取较小的0.15万平方米；差在以内为预警，超过为滞后",
            Of(20, "2024Q1", Rate.Central().Target(2024, 6).Amount("2024Q1", 0.1m)).Tolerance);
        Assert.Equal("", Of(20, "2024Q1", Rate.Central().Amount("2024Q1", 0.1m)).Tolerance);
    }

    [Theory]
    [InlineData("第一句。到2025年，覆盖60%以上的村；其余另定。", "覆盖60%以上", "到2025年，", "的村；")]
    [InlineData("覆盖60%以上。", "覆盖60%以上", "", "。")]
    [InlineData("覆盖60%以上", "覆盖60%以上", "", "")]
    [InlineData("别的。", "覆盖60%以上", "", "")]
    public void Clause_IsTheSentenceAroundThePhrase(string text, string phrase, string before, string after) =>
        Assert.Equal(new Clause(before, phrase, after), Clause.Of(text, phrase));

    private static RatingCalculation Of(int number, string quarter, UnitCaseBuilder unit)
    {
        var rated = RatedCase.OfUnit(unit.Build());
        return new RatingCalculation(rated.Rate(TestData.Indicator(number), Quarter.Parse(quarter)), rated, showsAll: true);
    }
}
