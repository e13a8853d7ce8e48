using Tongliao.GreenDev.Domain.Plans;
using Tongliao.GreenDev.Domain.Rating;
using Tongliao.GreenDev.Domain.Reporting;
using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.Domain.Tests.Rating;

/// <summary>What the engine asks besides a value's own history: of the same sheet, and of a red light.</summary>
public sealed class CheckEngineTests
{
    private static readonly Quarter Quarter = Quarter.Parse("2025Q2");

    [Theory]
    [InlineData(18, 10, 19, 30, "“当年城镇新建建筑面积”（城镇新建）10万平方米，与第19项的新开工数30万平方米相差超过40%，请核对两项口径；属实请填写说明。")]
    [InlineData(21, 30, 19, 10, "“当年新建项目建筑面积”（新建项目）30万平方米，与第19项的新开工数10万平方米相差超过40%，请核对两项口径；属实请填写说明。")]
    [InlineData(18, 10, 19, 16, null)]
    [InlineData(18, 10, 19, 10, null)]
    [InlineData(18, 0.01, 19, 0.03, null)]
    public void NewBuilding_AgainstNewlyBegun_IsAskedWhenTheyDifferMuch(int number, double now, int other, double elsewhere, string? message) =>
        Assert.Equal(message, SameFactOf(number, TestData.Ratio(0, (decimal)now), other, TestData.Ratio(0, (decimal)elsewhere))?.Message);

    [Theory]
    [InlineData(120, 100, "“污水处理总量”（市中心城区）120万立方米，大于第10项的城镇数100万立方米，部分不应大于全部，请核对两项口径；属实请填写说明。")]
    [InlineData(100, 100, null)]
    [InlineData(20, 100, null)]
    public void TreatedSewage_OfTheCentreAgainstAllTowns_IsAskedWhenItIsMore(int centre, int towns, string? message) =>
        Assert.Equal(message, SameFactOf(9, TestData.Ratio(10, centre), 10, TestData.Ratio(towns, 130))?.Message);

    [Fact]
    public void NewBuilding_TheOtherNotReportedOrNotApplicable_IsNotAsked()
    {
        Assert.Null(SameFactOf(18, TestData.Ratio(1, 10), 19, null));
        Assert.Null(SameFactOf(18, TestData.Ratio(1, 10), 19, TestData.NotApplicable("本地无新开工项目")));
    }

    [Fact]
    public void SameFact_OtherNumberChanged_IsAnotherFinding() => Assert.NotEqual(
        SameFactOf(18, TestData.Ratio(1, 10), 19, TestData.Ratio(1, 30))!.Key, SameFactOf(18, TestData.Ratio(1, 10), 19, TestData.Ratio(1, 31))!.Key);

    [Theory]
    [InlineData(20, true)]
    [InlineData(70, true)]
    [InlineData(95, false)]
    public void Value_ThatIsRed_IsAskedForMeasures(int numerator, bool isAsked)
    {
        var known = TestData.Unit("150525").Build();
        var figure = TestData.Ratio(numerator, 100);
        Assert.Equal(isAsked, RatingRules.RateUnit(TestData.Indicator(6), Quarter, known.With(Quarter, figure)).State == RagStatus.Red);

        var findings = CheckEngine.Warnings(Quarter, figure, new CheckContext(TestData.Indicator(6), known, _ => null, TestData.Checks));

        Assert.Equal(isAsked, findings.Any(finding => finding.Rule == CheckCode.NoRemedy));
        Assert.All(findings.Where(finding => finding.Rule == CheckCode.NoRemedy), finding => Assert.Equal($"no_remedy:result:{numerator},100", finding.Key));
    }

    [Theory]
    [InlineData(410, "“污水处理总量”一季度410万立方米，已超过去年全年累计400万立方米，本年累计应从1月1日重新计起，请核对；属实请填写说明。")]
    [InlineData(400, null)]
    [InlineData(120, null)]
    public void FirstQuarter_AboveLastYearsWhole_IsAsked(int now, string? message)
    {
        var known = TestData.Unit("150525").Ratio("2024Q4", 400, 440).Build();

        var findings = CheckEngine.Warnings(
            Quarter.Parse("2025Q1"), TestData.Ratio(now, now * 1.02m), new CheckContext(TestData.Indicator(10), known, _ => null, TestData.Checks));

        Assert.Equal(message, findings.FirstOrDefault(finding => finding.Rule == CheckCode.OverLastYear && finding.Field == InputKey.Numerator)?.Message);
    }

    private static Finding? SameFactOf(int number, ReportedFigure figure, int other, ReportedFigure? elsewhere) => CheckEngine.Warnings(
            Quarter,
            figure,
            new CheckContext(TestData.Indicator(number), TestData.Unit("150525").Build(), asked => asked == other ? elsewhere : null, TestData.Checks))
        .FirstOrDefault(finding => finding.Rule == CheckCode.SameFact);
}
