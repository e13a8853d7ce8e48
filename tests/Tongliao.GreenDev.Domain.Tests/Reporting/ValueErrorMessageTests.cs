namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>What is refused, word for word and at the edge of what is not.</summary>
public sealed class ValueErrorMessageTests
{
    [Theory]
    [InlineData(4, 310, 10, "结果为31公里/平方公里，应在0—30之间，请核对后重新填写。")]
    [InlineData(1, 11, 10, "“建成区内具有渗透能力的地表面积”不能大于“建成区面积”，请核对两项数据。")]
    [InlineData(1, 1, 0, "“建成区面积”不能为0；确无此项的请选择“不适用”并说明原因。")]
    public void Ratio_Refused_NamesItsFields(int number, int numerator, int denominator, string message) =>
        Assert.Equal(message, Assert.Single(Refused(number, new() { Numerator = numerator, Denominator = denominator })).Message);

    [Theory]
    [InlineData(15, "100.5", "结果为100.5万平方米，应在0—100之间，请核对单位是否为“万平方米”。")]
    [InlineData(20, "1001", "结果为1001万平方米，应在0—1000之间，请核对单位是否为“万平方米”。")]
    public void Sum_OutsideItsHardRange_SaysTheRange(int number, string amount, string message) =>
        Assert.Equal(
            message, Assert.Single(Refused(number, new() { Amount = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) })).Message);

    // All that was supplied may have been billed: nothing was lost.
    [Theory]
    [InlineData(1000, 1000, null)]
    [InlineData(1000, 1001, "“注册用户用水量”不能大于“供水总量”，请核对两项数据。")]
    [InlineData(0, 0, "“供水总量”不能为0；确无公共供水的请选择“不适用”并说明原因。")]
    public void WaterLoss_BilledAgainstSupplied_IsRefusedAboveIt(int supplied, int billed, string? message) =>
        Assert.Equal(message, Refused(8, new() { Supplied = supplied, Billed = billed, Correction = 0 }).SingleOrDefault()?.Message);

    // With a narrower range than the plan's a loss may be too high whatever its correction is: then the volumes are asked for.
    [Theory]
    [InlineData(900, 0, InputKey.Supplied)]
    [InlineData(450, -6, InputKey.Correction)]
    public void WaterLoss_OutOfRange_IsAtTheCorrectionOnlyWhereThatIsTheCause(int lost, int correction, InputKey field)
    {
        var indicator = TestData.Indicator(8) with { HardRange = new(0, 50) };

        var finding = Assert.Single(ValueChecks.Errors(indicator, new() { Supplied = 1000, Billed = 1000 - lost, Correction = correction }));

        Assert.Equal(("out_of_range", field), (finding.Code, finding.Field));
    }

    [Fact]
    public void Missing_AField_SaysWhatToDo()
    {
        var finding = ValueChecks.Missing(TestData.Indicator(20), new ReportedFigure(null, null, false)).Single();

        Assert.Equal(
            ("missing", InputKey.Amount, "“本年累计应用绿色建材的建筑面积”尚未填写，请填写后再上报；确不适用的请选择“不适用”并说明原因。"),
            (finding.Code, finding.Field, finding.Message));
    }

    // A quarter that says nothing repeats nothing; 不适用 is repeated whatever its reason is.
    [Theory]
    [InlineData("5/10", "5/10", true)]
    [InlineData("5/10", "5/11", false)]
    [InlineData("不适用", "不适用", true)]
    [InlineData("不适用", "5/10", false)]
    [InlineData("5/10", "不适用", false)]
    [InlineData("不适用", "", false)]
    [InlineData("", "不适用", false)]
    [InlineData("", "", false)]
    [InlineData("5/10", null, false)]
    [InlineData("不适用", null, false)]
    public void Repeats_TheQuarterBefore_SaysTheVerySame(string now, string? before, bool expected)
    {
        var quarter = Quarter.Parse("2025Q2");
        var figures = before is null ? [] : new Dictionary<Quarter, ReportedFigure> { [quarter.Previous] = Figure(before) };

        Assert.Equal(expected, ValueWarnings.Repeats(TestData.Indicator(2), quarter, Figure(now), figures));
    }

    private static ReportedFigure Figure(string text) => text switch
    {
        "" => new ReportedFigure(ReportedInputs.None, null, IsApproved: false),
        "不适用" => TestData.NotApplicable("本旗没有此项"),
        _ => TestData.Ratio(5, text.EndsWith("10", StringComparison.Ordinal) ? 10 : 11),
    };

    private static IReadOnlyList<Finding> Refused(int number, ReportedInputs inputs) => ValueChecks.Errors(TestData.Indicator(number), inputs);
}
