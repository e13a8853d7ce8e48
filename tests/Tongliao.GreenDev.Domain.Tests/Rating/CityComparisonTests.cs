using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>The units' fourth quarter beside what a yearbook says of the city.</summary>
public sealed class CityComparisonTests
{
    [Theory]
    [InlineData(900, false, "2024年“污水处理总量”各单位四季度合计900万立方米，2024年通辽统计年鉴为900万立方米，多0%。")]
    [InlineData(945, false, "2024年“污水处理总量”各单位四季度合计900万立方米，2024年通辽统计年鉴为945万立方米，少4.8%。")]
    [InlineData(1000, true, "2024年“污水处理总量”各单位四季度合计900万立方米，2024年通辽统计年鉴为1,000万立方米，少10%，超过阈值，请核对两项口径和各单位填报数。")]
    [InlineData(800, true, "2024年“污水处理总量”各单位四季度合计900万立方米，2024年通辽统计年鉴为800万立方米，多12.5%，超过阈值，请核对两项口径和各单位填报数。")]
    [InlineData(0, false, "2024年“污水处理总量”各单位四季度合计900万立方米，2024年通辽统计年鉴为0万立方米；9个单位中已有9个填报，年鉴数为0，不计偏差。")]
    public void Of_EveryUnitReported_SaysHowFarTheSumIsOff(int yearbook, bool isBeyond, string words)
    {
        var comparison = Of(yearbook, TestData.AllUnits((unit, _) => unit.Ratio("2024Q4", 100, 110)));

        Assert.Equal((isBeyond, words), (comparison.IsBeyond, comparison.Words));
    }

    [Fact]
    public void Of_AUnitMissing_HasNoDeviation()
    {
        var comparison = Of(5000, TestData.AllUnits((unit, place) => place == 8 ? unit : unit.Ratio("2024Q4", 100, 110)));

        Assert.Null(comparison.Deviation);
        Assert.EndsWith("9个单位中已有8个填报，齐全后计算偏差。", comparison.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AUnitToWhichItDoesNotApply_CountsAsNought()
    {
        var comparison = Of(800, TestData.AllUnits((unit, place) => place == 8 ? unit.NotApplicable("2024Q4") : unit.Ratio("2024Q4", 100, 110)));

        Assert.Equal((800, false), (comparison.Sum, comparison.IsBeyond));
    }

    private static CityComparison Of(int yearbook, IReadOnlyList<UnitCase> units) => CityComparison.Of(
        TestData.Indicator(10),
        new CityFigure
        {
            IndicatorId = 10,
            Field = InputKey.Numerator,
            Year = 2024,
            Value = yearbook,
            Document = "2024年通辽统计年鉴",
            Version = 1,
            Recorded = Recording.OnTrial,
        },
        units,
        TestData.Checks.Limits);
}
