using System.Globalization;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The sentence an official could read out (§5).</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void Red_IsTheExampleOfTheRules() =>
        Says(2, "2025Q3", u => u.Ratio("2025Q3", 218, 1000), "三季度21.8%，应达25.0%（全年≥25%），差3.2个百分点，超过预警容差1个百分点，判为滞后。");

    [Fact]
    public void Amber_SaysItIsWithinTolerance() =>
        Says(2, "2025Q3", u => u.Ratio("2025Q3", 245, 1000), "三季度24.5%，应达25.0%（全年≥25%），差0.5个百分点，在预警容差1个百分点以内，判为预警。");

    [Fact]
    public void Green_SaysNothingIsShort() =>
        Says(2, "2024Q2", u => u.Ratio("2024Q2", 1, 2), "二季度50.0%，应达25.0%（全年≥25%），判为达标。");

    [Fact]
    public void Strict_MissedByEquality_SaysSo() =>
        Says(7, "2024Q1", u => u.Ratio("2024Q1", 99, 100), "一季度99.00%，须超过99.00%（全年>99%），恰好持平、未超过，判为预警。");

    [Fact]
    public void PrintedSign_OfThirteen_IsEquals() =>
        Says(13, "2024Q4", u => u.Ratio("2024Q4", 995, 1000), "四季度99.50%，应达100.00%（全年=100%），差0.50个百分点");

    // The text says 力争 in #3, 4, 8, 15, 19 and 21.
    [Fact]
    public void Aspiration_IsNamedWhereTheTextDoes()
    {
        var aspiring = TestData.Indicators.Where(indicator => indicator.TaskPhrase.Contains("力争", StringComparison.Ordinal));

        Assert.Equal([3, 4, 8, 15, 19, 21], aspiring.Select(indicator => indicator.Number));
        Says(3, "2025Q1", u => u.Ratio("2025Q1", 1, 2), "（全年力争≥60%）");
        Says(8, "2025Q1", u => u.Water("2025Q1", 1000, 880, 1.5m), "一季度10.50%，应不高于9.00%（全年力争≤9%），高出1.50个百分点，超过预警容差1个百分点，判为滞后。");
    }

    [Fact]
    public void Eighteen_AtExactlyThirty_SaysTheTextAsksForMore()
    {
        Says(18, "2025Q2", u => u.Ratio("2025Q2", 3, 10), "判为达标。附件指标已达到；方案正文要求“突破30%”，尚未突破。");
        SaysNot(18, "2025Q2", u => u.Ratio("2025Q2", 30001, 100000), "突破");
        SaysNot(18, "2025Q2", u => u.Ratio("2025Q2", 2996, 10000), "突破");
    }

    // The annex and the text speak of 30, whatever the unit's own target is.
    [Fact]
    public void Eighteen_WithOwnTarget_StillMeansThirty()
    {
        SaysNot(18, "2025Q2", u => u.Target(2025, 25).Ratio("2025Q2", 1, 4), "突破");
        Says(18, "2025Q2", u => u.Target(2025, 25).Ratio("2025Q2", 3, 10), "要求“突破30%”");
    }

    [Fact]
    public void OwnTarget_IsNamed() =>
        Says(20, "2024Q1", u => u.Target(2024, 6).Amount("2024Q1", 0.1m), "一季度累计0.10万平方米，应达0.30万平方米（全年≥6万平方米，分解指标），差0.20万平方米，超过预警容差0.15万平方米，判为滞后。");

    [Fact]
    public void BehindSum_SaysWhatIsNeededAndThePace() =>
        Says(20, "2024Q1", u => u.Target(2024, 6).Amount("2024Q1", 0.1m), "年底前每季度还需完成1.97万平方米。按目前进度，本年预计完成2.00万平方米。");

    // At the year's end nothing is left to be expected.
    [Fact]
    public void BehindSum_AtYearEnd_ForetellsNothing()
    {
        SaysNot(20, "2024Q4", u => u.Target(2024, 6).Amount("2024Q4", 1), "预计");
        SaysNot(20, "2024Q4", u => u.Target(2024, 6).Amount("2024Q4", 1), "年底前");
    }

    [Fact]
    public void BehindRatio_SaysHowMuchAQuarter() =>
        Says(3, "2025Q2", u => u.Ratio("2025Q2", 50, 100), "年底前每季度还需提高5.0个百分点。");

    [Fact]
    public void BehindWaterLoss_SaysHowMuchLower() =>
        Says(8, "2024Q2", u => u.Water("2024Q2", 100, 86, 0), "年底前每季度还需降低2.00个百分点。");

    [Fact]
    public void Changes_AreSaid()
    {
        Says(2, "2025Q1", u => u.Ratio("2024Q1", 3, 10).Ratio("2024Q4", 1, 2).Ratio("2025Q1", 4, 10), "较上季度下降10.0个百分点，较上年同期提高10.0个百分点。");
        Says(2, "2024Q2", u => u.Ratio("2024Q1", 4, 10).Ratio("2024Q2", 4, 10), "较上季度持平。");
        Says(4, "2024Q2", u => u.Ratio("2024Q1", 81, 10).Ratio("2024Q2", 82, 10), "较上季度提高0.10公里/平方公里。");
        Says(20, "2024Q2", u => u.Target(2024, 2).Amount("2024Q1", 1).Amount("2024Q2", 3), "较上季度增加2.00万平方米。");
    }

    // A loss that grows does not improve (提高).
    [Fact]
    public void Changes_OfALoss_Rise() =>
        Says(8, "2024Q2", u => u.Water("2024Q1", 100, 92, 0).Water("2024Q2", 100, 91, 0), "较上季度上升1.00个百分点。");

    [Fact]
    public void Change_TooSmallForTheDecimals_IsNotSaidAsNone() =>
        Says(2, "2024Q2", u => u.Ratio("2024Q1", 30000, 100000).Ratio("2024Q2", 30001, 100000), "较上季度提高0.001个百分点。");

    [Theory]
    // Rounded, 30.0 would face 30.0: the sentence takes one decimal more, not ten.
    [InlineData(2996, 10000, "二季度29.96%，应达30.0%（全年≥30%），差0.04个百分点")]
    [InlineData(29997, 100000, "二季度29.997%，应达30.0%（全年≥30%），差0.003个百分点")]
    [InlineData(89951, 300000, "二季度29.98%，应达30.0%（全年≥30%），差0.02个百分点")]
    public void Value_MisleadingWhenRounded_TakesMoreDecimals(int numerator, int denominator, string says) =>
        Says(18, "2025Q2", u => u.Ratio("2025Q2", numerator, denominator), says);

    [Fact]
    public void Value_AboveAStrictTargetByLittle_TakesMoreDecimals() =>
        Says(7, "2024Q1", u => u.Ratio("2024Q1", 99001, 100000), "一季度99.001%，须超过99.00%（全年>99%），判为达标。");

    // 8.131 against 8.1325: both would read 8.13.
    [Fact]
    public void Expected_MisleadingWhenRounded_TakesMoreDecimals() =>
        Says(4, "2025Q1", u => u.Target(2024, 8.11m).Target(2025, 8.2m).Ratio("2025Q1", 8131, 1000), "一季度8.131公里/平方公里，应达8.133公里/平方公里");

    // 1.04 short would read as 1.0, which a tolerance of 1 does not exceed.
    [Fact]
    public void Shortfall_JustBeyondTolerance_IsSaidBeyondIt() =>
        Says(2, "2024Q1", u => u.Ratio("2024Q1", 2396, 10000), "差1.04个百分点，超过预警容差1个百分点，判为滞后");

    // 0.125 short would read as 0.13, which a tolerance of 0.125 does not cover.
    [Fact]
    public void Shortfall_AtTolerance_IsSaidWithinIt() =>
        Says(20, "2024Q1", u => u.Target(2024, 5).Amount("2024Q1", 0.125m), "差0.125万平方米，在预警容差0.125万平方米以内，判为预警");

    [Fact]
    public void Increase_IsSaidAsIncrease()
    {
        Says(12, "2025Q4", u => u.Ratio("2024Q4", 30, 100).Ratio("2025Q4", 40, 100), "四季度较上年末提高10.0个百分点，应提高10.0个百分点（全年≥+10个百分点），判为达标。");
        Says(12, "2025Q4", u => u.Ratio("2024Q4", 40, 100).Ratio("2025Q4", 37, 100), "四季度较上年末下降3.0个百分点，应提高10.0个百分点（全年≥+10个百分点），差13.0个百分点");
        Says(12, "2025Q4", u => u.Ratio("2024Q4", 30, 100).Ratio("2025Q4", 3996, 10000), "四季度较上年末提高9.96个百分点，应提高10.0个百分点");
    }

    [Fact]
    public void Window_IsSaidWithItsFirstYear() =>
        Says(16, "2025Q4", u => u.Target(2025, 9).Baseline(2).Amount("2024Q4", 3).Amount("2025Q4", 4), "四季度2023年以来累计9.00万平方米，应达9.00万平方米");

    [Fact]
    public void YearAmount_IsSaidAsTheYears() =>
        Says(16, "2024Q1", u => u.Target(2024, 9).Amount("2024Q1", 4), "一季度本年累计4.00万平方米");

    [Fact]
    public void WithoutALight_SaysWhy()
    {
        Says(2, "2024Q1", u => u, "一季度尚未上报，暂不判定。");
        Says(2, "2024Q1", u => u.NotApplicable("2024Q1", "无农村牧区"), "一季度不适用（无农村牧区），不参与判定。");
        Says(16, "2025Q1", u => u.Amount("2025Q1", 1), "一季度基数缺失（缺2023年基数：科尔沁区），补齐后判定。");
        Says(15, "2024Q3", u => u.Baseline(0).Amount("2024Q3", 0.6m), "三季度累计0.60万平方米，本年未下达分解指标，只列贡献量，不亮灯。");
        Says(12, "2025Q3", u => u.Ratio("2024Q4", 30, 100).Ratio("2025Q3", 37, 100), "三季度较上年末提高7.0个百分点，年末考核，本季不判定。");
    }

    [Fact]
    public void Reference_SaysWhy() =>
        Assert.Equal(
            "四季度30.0%，不在市中心城区范围内，仅供参考，不亮灯。",
            Rate.Unit(1, "2024Q4", Rate.Outside().Ratio("2024Q4", 30, 100)).Explanation);

    [Fact]
    public void Provisional_NothingReportedYet_PromisesNothing() =>
        Assert.DoesNotContain("上报数", Rate.City(2, "2024Q1", TestData.AllUnits((unit, _) => unit)).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Numbers_AreTheSameInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Says(4, "2024Q1", u => u.Ratio("2024Q1", 785, 100), "一季度7.85公里/平方公里，应达8.10公里/平方公里（全年力争≥8.1公里/平方公里），差0.25公里/平方公里，超过预警容差0.2公里/平方公里");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Says(int number, string quarter, Func<UnitCaseBuilder, UnitCaseBuilder> fill, string words) =>
        Assert.Contains(words, Rate.Unit(number, quarter, fill(Rate.Central())).Explanation, StringComparison.Ordinal);

    private static void SaysNot(int number, string quarter, Func<UnitCaseBuilder, UnitCaseBuilder> fill, string words) =>
        Assert.DoesNotContain(words, Rate.Unit(number, quarter, fill(Rate.Central())).Explanation, StringComparison.Ordinal);
}
