namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>Findings word for word, as a clerk reads them.</summary>
public sealed class FindingMessageTests
{
    private const string Heated = "“城镇取暖总面积”由上季度";

    [Theory]
    [InlineData(6, 100, 300, Heated + "100万平方米变为300万平方米，超过原数的两倍，请核对；属实请填写说明。")]
    [InlineData(6, 100, 49, Heated + "100万平方米变为49万平方米，不足原数的一半，请核对；属实请填写说明。")]
    [InlineData(6, 100, 1000, Heated + "100万平方米变为1,000万平方米，相差约10倍，是否小数点或单位有误？本项单位为“万平方米”，请核对；属实请填写说明。")]
    [InlineData(6, 100, 1_000_000, Heated + "100万平方米变为1,000,000万平方米，相差约10,000倍，是否误按“平方米”填写？本项单位为“万平方米”，请核对单位；属实请填写说明。")]
    // A number of at most 1 where quantities are asked for may be a share; 1 too.
    [InlineData(6, 30, 1, Heated + "30万平方米变为1万平方米，不足原数的一半，是否误填了比例？请核对；属实请填写说明。")]
    [InlineData(6, 30, 1.01, Heated + "30万平方米变为1.01万平方米，不足原数的一半，请核对；属实请填写说明。")]
    [InlineData(6, 0.2, 0.5, Heated + "0.2万平方米变为0.5万平方米，超过原数的两倍，请核对；属实请填写说明。")]
    [InlineData(6, 10, 1, Heated + "10万平方米变为1万平方米，相差约10倍，是否小数点或单位有误？是否误填了比例？本项单位为“万平方米”，请核对；属实请填写说明。")]
    // One village is no share of anything, nor is a length beside an area.
    [InlineData(2, 30, 1, "“行政村（嘎查村）总数”由上季度30个变为1个，不足原数的一半，请核对；属实请填写说明。")]
    [InlineData(4, 30, 0.9, "“建成区面积”由上季度30平方公里变为0.9平方公里，不足原数的一半，请核对；属实请填写说明。")]
    public void StockNumber_ChangedALot_IsAskedWithItsReason(int number, double before, double now, string message) =>
        Assert.Equal(message, AskedAt(InputKey.Denominator, number, "2025Q2", Fraction(0, now), ("2025Q1", Fraction(0, before)))?.Message);

    [Theory]
    [InlineData(0.05, "leap")] // five hundredths are more than rounding
    [InlineData(0.0499, null)]
    public void StockNumber_DifferenceNearRounding_IsAskedFromFiveHundredthsOn(double difference, string? code) =>
        Assert.Equal(code, AskedAt(InputKey.Denominator, 6, "2025Q2", Fraction(0, 0.01 + difference), ("2025Q1", Fraction(0, 0.01)))?.Code);

    [Theory]
    [InlineData(9, "2024Q4", "2024Q3", 100, 267, "“污水处理总量”由上季度100万立方米变为267万立方米，超过按进度应有数的两倍，请核对；属实请填写说明。")]
    [InlineData(9, "2024Q4", "2024Q3", 100, 99, "“污水处理总量”由上季度100万立方米变为99万立方米，本年累计数一般不应减少，请核对；属实请填写说明。")]
    [InlineData(9, "2025Q1", "2024Q1", 100, 201, "“污水处理总量”由2024年一季度100万立方米变为201万立方米，超过原数的两倍，请核对；属实请填写说明。")]
    public void FlowNumber_ChangedALot_IsAskedWithItsReason(int number, string quarter, string before, int earlier, int now, string message) =>
        Assert.Equal(message, AskedAt(InputKey.Denominator, number, quarter, Fraction(0, now), (before, Fraction(0, earlier)))?.Message);

    [Theory]
    [InlineData("2024Q2", "2024Q1", 1, 13, "“本年累计应用绿色建材的建筑面积”由上季度1万平方米变为13万平方米，按进度加快一半以上，请核对；属实请填写说明。")]
    // From 80 % to 100 % of the curve, half as much again is 187.5: the curve counts, not the days gone by.
    [InlineData("2024Q4", "2024Q3", 100, 188, "“本年累计应用绿色建材的建筑面积”由上季度100万平方米变为188万平方米，按进度加快一半以上，请核对；属实请填写说明。")]
    [InlineData("2024Q4", "2024Q3", 100, 187, null)]
    public void Sum_FasterThanTheCurve_IsAskedWithItsReason(string quarter, string before, int earlier, int now, string? message) =>
        Assert.Equal(message, AskedAt(InputKey.Amount, 20, quarter, TestData.Amount(now), (before, TestData.Amount(earlier)))?.Message);

    // Where the curve expects nothing by spring a sum cannot be compared with it; water flows evenly all the same.
    [Theory]
    [InlineData(20, 50, null)]
    [InlineData(9, 400, null)]
    [InlineData(9, 401, "leap")]
    public void YearToDate_CurveExpectsNothingBefore_IsComparedByDaysWhereItFlowsEvenly(int number, int now, string? code)
    {
        var indicator = TestData.Indicator(number, progressCurve: [0, 0.4m, 0.8m, 1]);
        ReportedFigure Figure(decimal amount) => indicator.IsSum ? TestData.Amount(amount) : TestData.Ratio(0, amount);

        var findings = ValueWarnings.Of(
            indicator, Quarter.Parse("2024Q2"), Figure(now), new Dictionary<Quarter, ReportedFigure> { [Quarter.Parse("2024Q1")] = Figure(indicator.IsSum ? 1 : 100) }, TestData.Checks.Limits);

        Assert.Equal(code, findings.FirstOrDefault(finding => finding.Field is InputKey.Denominator or InputKey.Amount)?.Code);
    }

    [Fact]
    public void CountOfThingsDone_Fell_SaysThatItShouldNot() =>
        Assert.Equal(
            "“完成生活污水治理的行政村（嘎查村）数”由上季度60个变为59个，已完成数一般不应减少，请核对；属实请填写说明。",
            AskedAt(InputKey.Numerator, 2, "2024Q2", Fraction(59, 100), ("2024Q1", Fraction(60, 100)))?.Message);

    // 万人 has no unit a million times smaller: such a number is no slip of a unit that could be named.
    [Fact]
    public void Number_OffByAFactorOfAnotherUnit_NamesNoUnit() =>
        Assert.DoesNotContain(
            "误按", AskedAt(InputKey.Denominator, 5, "2025Q2", Fraction(0, 34_000_000), ("2025Q1", Fraction(0, 34)))!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("万平方米", "平方米", 10_000)]
    [InlineData("平方公里", "万平方米", 100)]
    [InlineData("平方公里", "公顷", 100)]
    [InlineData("平方公里", "平方米", 1_000_000)]
    [InlineData("公里", "米", 1_000)]
    [InlineData("万人", "人", 10_000)]
    [InlineData("万立方米", "立方米", 10_000)]
    [InlineData("亿立方米", "万立方米", 10_000)]
    [InlineData("万吨", "吨", 10_000)]
    [InlineData("吨", "千克", 1_000)]
    public void Number_TypedInARelatedUnit_IsAskedWhetherItWas(string coarse, string fine, int factor)
    {
        Assert.Contains($"“{fine}”", SlipOf(coarse, 50m * factor, 50), StringComparison.Ordinal);
        Assert.Contains($"“{coarse}”", SlipOf(fine, 50, 50m * factor), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024Q2", "本年累计数与上季度完全相同，请核对是否沿用了上季度数据；属实请填写说明。")]
    [InlineData("2025Q1", "各项数据与上季度（去年全年累计）完全相同，本年累计应从1月1日重新计起，请核对是否沿用了上季度数据；属实请填写说明。")]
    public void YearToDate_SameAsLastQuarter_SaysWhatItShouldBe(string quarter, string message)
    {
        var finding = Assert.Single(Asked(20, quarter, TestData.Amount(2), (Quarter.Parse(quarter).Previous.ToString(), TestData.Amount(2))));

        Assert.Equal(("unchanged", "unchanged:result:2/2", message), (finding.Code, finding.Key, finding.Message));
    }

    [Fact]
    public void Result_OutsideTheUsual_SaysWhatIsUsual()
    {
        var finding = Assert.Single(Asked(4, "2024Q1", TestData.Ratio(160, 10)));

        Assert.Equal(
            ("unusual", "unusual:result:160,10", null, "结果为16公里/平方公里，超出常见范围（3—15），请核对；属实请填写说明。"),
            (finding.Code, finding.Key, finding.Field, finding.Message));
    }

    [Fact]
    public void Result_Tiny_AsksForAShare()
    {
        var finding = Assert.Single(Asked(17, "2024Q1", TestData.Ratio(1, 200)));

        Assert.Equal(
            ("tiny_percentage", "tiny_percentage:result:1,200", "结果为0.5%，请核对是否误填（例如把小数当成百分数、单位不一致）；属实请填写说明。"),
            (finding.Code, finding.Key, finding.Message));
    }

    [Fact]
    public void Result_Jumped_SaysFromWhatToWhat()
    {
        var finding = Assert.Single(Asked(1, "2024Q3", TestData.Ratio(61, 100), ("2024Q1", TestData.Ratio(40, 100))));

        Assert.Equal(
            ("jump", "jump:result:61,100/40,100", null, "结果由2024年一季度40%变为61%，变动超过一半，请核对；属实请填写说明。"),
            (finding.Code, finding.Key, finding.Field, finding.Message));
    }

    private static ReportedFigure Fraction(double numerator, double denominator) => TestData.Ratio((decimal)numerator, (decimal)denominator);

    private static Finding? AskedAt(InputKey field, int number, string quarter, ReportedFigure figure, (string Quarter, ReportedFigure Figure) before) =>
        Asked(number, quarter, figure, before).SingleOrDefault(finding => finding.Field == field);

    private static IReadOnlyList<Finding> Asked(int number, string quarter, ReportedFigure figure, params (string Quarter, ReportedFigure Figure)[] earlier) =>
        ValueWarnings.Of(
            TestData.Indicator(number), Quarter.Parse(quarter), figure, earlier.ToDictionary(known => Quarter.Parse(known.Quarter), known => known.Figure), TestData.Checks.Limits);

    private static string SlipOf(string unit, decimal now, decimal before)
    {
        var plan = TestData.Indicator(6);
        var indicator = plan with { Inputs = [.. plan.Inputs.Select(field => field with { Unit = unit })] };
        var earlier = new Dictionary<Quarter, ReportedFigure> { [Quarter.Parse("2025Q1")] = TestData.Ratio(0, before) };
        return ValueWarnings.Of(indicator, Quarter.Parse("2025Q2"), TestData.Ratio(0, now), earlier, TestData.Checks.Limits).Single(finding => finding.Field == InputKey.Denominator).Message;
    }
}
