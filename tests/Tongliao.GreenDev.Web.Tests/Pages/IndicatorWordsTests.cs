using System.Text.Json;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Web.Components.Controls;
using Tongliao.GreenDev.Web.Components.Pages.Indicators;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class IndicatorWordsTests
{
    [Theory]
    [InlineData(2, "完成生活污水治理的行政村（嘎查村）数 ÷ 行政村（嘎查村）总数 × 100%")]
    [InlineData(4, "建成区内城市道路长度 ÷ 建成区面积")]
    [InlineData(16, "本年累计完成节能改造的既有居住建筑面积，汇总为各单位之和")]
    public void Formula_ByKind_NamesTheTypedFields(int number, string expected) =>
        Assert.Equal(expected, IndicatorWords.Formula(BuiltInPlan.Facts.Indicator(number)));

    [Fact]
    public void Formula_WaterLoss_SubtractsTheCorrection()
    {
        var formula = IndicatorWords.Formula(BuiltInPlan.Facts.Indicator(8));

        Assert.StartsWith("（", formula, StringComparison.Ordinal);
        Assert.Contains("× 100% − ", formula, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "各季度均为当年目标")]
    [InlineData(3, "2024年各季度均为当年目标；2025年由上年目标逐季匀速升至当年目标")]
    [InlineData(9, "各季度均为当年目标")]
    [InlineData(12, "各季度均为当年目标；2025年按较上年末的提高幅度在年末考核，前三季度不判定")]
    [InlineData(20, "按季度时序：当年应增量的一季度5%、二季度40%、三季度80%、四季度100%")]
    public void ExpectedPath_ByBasis_SaysWhatIsDueWhen(int number, string expected) =>
        Assert.Equal(expected, IndicatorWords.ExpectedPath(BuiltInPlan.Facts.Indicator(number)));

    [Fact]
    public void Direction_OnlyWaterLossFalls() =>
        Assert.Equal([8], BuiltInPlan.Plan.Indicators.Where(i => IndicatorWords.Direction(i).StartsWith('↓')).Select(i => i.Number));

    [Fact]
    public void Expected_RisingTarget_ClimbsEvenlyAlsoWhereNothingIsReported()
    {
        var series = Series(3);

        Assert.Equal(
            ["58", "58", "58", "58", "58.5", "59", "59.5", "60"],
            series.Quarters.Select(quarter => RatingExplanation.Plain(series[BuiltInPlan.Plan.City, quarter].Path!.Value)));
    }

    [Fact]
    public void Expected_Increase_IsDueAtTheYearsEndOnly()
    {
        var series = Series(12);

        Assert.Equal(
            [30m, 30m, 30m, 30m, null, null, null, 10m],
            series.Quarters.Select(quarter => series[BuiltInPlan.Plan.City, quarter].Path?.Round(1)));
        Assert.Equal(["2025Q1"], series.Quarters.Where(series.ChangesBasisAt).Select(quarter => quarter.ToString()));
    }

    [Fact]
    public void Expected_UnitWithoutItsShareOfASum_HasNone()
    {
        var series = Series(20);

        Assert.All(series.Quarters, quarter => Assert.Null(series[BuiltInPlan.Naiman, quarter].Path));
        Assert.All(series.Quarters, quarter => Assert.NotNull(series[BuiltInPlan.Plan.City, quarter].Path));
    }

    [Fact]
    public void Chart_PartialCity_IsNoPointOfItsLine()
    {
        // All report a quarter but the last, where one alone has.
        var ratings = BuiltInPlan.Series(2, unit => unit.Build().UnitCode == "150525"
            ? unit.Ratio("2025Q3", 20, 100).Ratio("2025Q4", 30, 100) : unit.Ratio("2025Q3", 20, 100));
        var series = new IndicatorSeries(BuiltInPlan.Facts, BuiltInPlan.Facts.Indicator(2), ratings);

        using var chart = JsonDocument.Parse(SeriesChart.Of(series, BuiltInPlan.Naiman, "图"));

        var city = chart.RootElement.GetProperty("lines")[0].GetProperty("values");
        Assert.Equal(20m, city[6].GetDecimal());
        Assert.Equal(JsonValueKind.Null, city[7].ValueKind);
        Assert.Equal(30m, chart.RootElement.GetProperty("lines")[1].GetProperty("values")[7].GetDecimal());
        Assert.Equal(8, chart.RootElement.GetProperty("expected").GetProperty("values").GetArrayLength());
        Assert.Equal(0, chart.RootElement.GetProperty("breakBefore").GetInt32());
    }

    private static IndicatorSeries Series(int number) =>
        new(BuiltInPlan.Facts, BuiltInPlan.Facts.Indicator(number), BuiltInPlan.Series(number, unit => unit));
}
