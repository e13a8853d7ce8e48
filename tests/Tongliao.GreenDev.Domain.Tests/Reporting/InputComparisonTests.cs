namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>Every typed number is compared with the same unit's last one.</summary>
public sealed class InputComparisonTests
{
    // What clerks did: square metres for 万平方米, persons for 万人, a share for two quantities.
    [Theory]
    [InlineData(6, 202400, 216200, 20.24, 21.62, "unit_slip", "是否误按“平方米”填写？本项单位为“万平方米”", "上季度20.24万平方米")]
    [InlineData(5, 348200, 353200, 34.61, 35.12, "unit_slip", "是否误按“人”填写？本项单位为“万人”", "上季度34.61万人")]
    [InlineData(7, 0.99, 1, 20.24, 20.4, "leap", "是否误填了比例？", "上季度20.24万人")]
    [InlineData(1, 3580, 10050, 35.8, 100.5, "unit_slip", "是否误按“万平方米”或“公顷”填写？", "上季度35.8平方公里")]
    [InlineData(1, 35800000, 100500000, 35.8, 100.5, "unit_slip", "是否误按“平方米”填写？", "约1,000,000倍")]
    public void Stock_InAnotherUnit_IsAskedAtBothFieldsWithTheUnit(
        int number, double numerator, double denominator, double numeratorBefore, double denominatorBefore, string code, string hint, string before)
    {
        var findings = Asked(number, "2025Q2", Ratio(numerator, denominator), ("2025Q1", Ratio(numeratorBefore, denominatorBefore)));

        Assert.Equal([(code, InputKey.Numerator), (code, InputKey.Denominator)], findings.Select(finding => (finding.Code, finding.Field!.Value)));
        Assert.All(findings, finding => Assert.Contains(hint, finding.Message, StringComparison.Ordinal));
        Assert.Contains(before, findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    // Tons typed for 万吨 and the other way round; 公里 has 米.
    [InlineData(13, 2_000_000, "unit_slip", "是否误按“吨”填写？")]
    [InlineData(11, 0.02, "unit_slip", "是否误按“万吨”填写？")]
    [InlineData(4, 100_000, "unit_slip", "是否误按“米”填写？")]
    public void Denominator_InAnotherUnit_NamesIt(int number, double now, string code, string hint)
    {
        var (before, after) = number == 4
            ? (TestData.Ratio(100, 12), TestData.Ratio((decimal)now, 12))
            : (TestData.Ratio(100, 100), TestData.Ratio(0.01m, (decimal)now));

        var finding = Asked(number, "2025Q2", after, ("2025Q1", before)).Single(found => found.Field == (number == 4 ? InputKey.Numerator : InputKey.Denominator));

        Assert.Equal(code, finding.Code);
        Assert.Contains(hint, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    // A factor of two is not over two; a power of ten is near within a quarter of it.
    [InlineData(100, 200, null)]
    [InlineData(100, 200.01, "leap")]
    [InlineData(100, 50, null)]
    [InlineData(100, 49.99, "leap")]
    [InlineData(100, 749, "leap")]
    [InlineData(100, 750, "unit_slip")]
    [InlineData(100, 1250, "unit_slip")]
    [InlineData(100, 1251, "leap")]
    [InlineData(100, 12.6, "leap")]
    [InlineData(100, 12.5, "unit_slip")]
    [InlineData(100, 7.5, "unit_slip")]
    [InlineData(100, 100_000, "unit_slip")]
    [InlineData(0, 5, null)]
    [InlineData(0.01, 0.05, null)]
    [InlineData(0.01, 0.07, "leap")]
    [InlineData(0.04, 0, null)]
    public void StockNumber_AgainstLastOne_FactorDecides(double before, double now, string? code)
    {
        var findings = Asked(6, "2025Q2", Ratio(0, now), ("2025Q1", Ratio(0, before)));

        Assert.Equal(code, findings.SingleOrDefault(finding => finding.Field == InputKey.Denominator)?.Code);
    }

    [Theory]
    // Buildings are begun and ended by seasons: up to twice the faster of the two paces nothing is asked.
    [InlineData("2024Q2", "2024Q1", 100, 1600, null)]
    [InlineData("2024Q2", "2024Q1", 100, 1601, "unit_slip")]
    [InlineData("2024Q2", "2024Q1", 100, 101, "sum_slow")]
    [InlineData("2024Q4", "2024Q3", 100, 266, null)]
    [InlineData("2024Q4", "2024Q3", 100, 267, "leap")]
    public void NewBuildings_AgainstLastOne_SeasonDecides(string quarter, string before, int earlier, int now, string? code)
    {
        var findings = Asked(18, quarter, Ratio(0, now), (before, Ratio(0, earlier)));

        Assert.Equal(code, findings.SingleOrDefault(finding => finding.Field == InputKey.Denominator)?.Code);
    }

    [Theory]
    // Water flows evenly: up to twice the pace nothing is asked.
    [InlineData("2024Q2", "2024Q1", 100, 200, null)]
    [InlineData("2024Q2", "2024Q1", 100, 400, null)]
    [InlineData("2024Q2", "2024Q1", 100, 401, "leap")]
    [InlineData("2024Q4", "2024Q3", 100, 266, null)]
    [InlineData("2024Q4", "2024Q3", 100, 267, "leap")]
    [InlineData("2024Q4", "2024Q3", 100, 1_330_000, "unit_slip")]
    [InlineData("2024Q4", "2024Q3", 100, 99, "sum_fell")]
    [InlineData("2024Q4", "2024Q3", 100, 1, "unit_slip")]
    // It starts anew in January: with the same quarter of last year, never with December.
    [InlineData("2025Q1", "2024Q4", 100, 1, null)]
    [InlineData("2025Q1", "2024Q1", 100, 200, null)]
    [InlineData("2025Q1", "2024Q1", 100, 201, "leap")]
    [InlineData("2025Q1", "2024Q1", 100, 1_000_000, "unit_slip")]
    public void FlowNumber_AgainstLastOne_PaceDecides(string quarter, string before, int earlier, int now, string? code)
    {
        var findings = Asked(9, quarter, Ratio(0, now), (before, Ratio(0, earlier)));

        Assert.Equal(code, findings.SingleOrDefault(finding => finding.Field == InputKey.Denominator)?.Code);
    }

    [Theory]
    [InlineData("2025Q1")]
    [InlineData("2024Q4")]
    [InlineData("2024Q3")]
    [InlineData("2024Q2")]
    public void Stock_LastQuarterMissing_IsComparedWithTheLatestOfFour(string before)
    {
        var finding = Asked(6, "2025Q2", Ratio(90, 300), (before, Ratio(90, 100))).Single(found => found.Field == InputKey.Denominator);

        Assert.Equal("leap", finding.Code);
        Assert.Contains(before == "2025Q1" ? "上季度100万平方米" : Quarter.Parse(before).ChineseName + "100万平方米", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stock_KnownFiveQuartersAgo_IsNotCompared() =>
        Assert.Empty(Asked(6, "2025Q2", Ratio(90, 100), ("2024Q1", Ratio(9, 10))));

    [Fact]
    public void Stock_SeveralKnown_TheLatestCounts() =>
        Assert.Empty(Asked(6, "2025Q2", Ratio(90, 100), ("2025Q1", Ratio(91, 100)), ("2024Q4", Ratio(9, 10))));

    [Fact]
    public void NotApplicableLastQuarter_IsPassedOver() =>
        Assert.Contains(
            Asked(6, "2025Q2", Ratio(90, 300), ("2025Q1", TestData.NotApplicable("没有此项业务")), ("2024Q4", Ratio(90, 100))),
            finding => finding.Code == "leap");

    [Fact]
    public void WaterLoss_Supplied_IsComparedAndCorrectionIsNot()
    {
        var findings = Asked(8, "2025Q2", TestData.Water(20_000_000, 18_000_000, 1.5m), ("2025Q1", TestData.Water(1000, 900, 0.1m)));

        Assert.Equal([InputKey.Supplied, InputKey.Billed], findings.Select(finding => finding.Field!.Value));
        Assert.All(findings, finding => Assert.Contains("是否误按“立方米”填写？", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(20, "2024Q2", "2024Q1")]
    [InlineData(20, "2024Q4", "2024Q3")]
    // A year-to-date amount that equals the whole of last year was carried over, too.
    [InlineData(20, "2025Q1", "2024Q4")]
    public void Sum_SameAsLastQuarter_IsAsked(int number, string quarter, string before)
    {
        Assert.Equal("unchanged", Assert.Single(Asked(number, quarter, TestData.Amount(2), (before, TestData.Amount(2.00m)))).Code);
        Assert.Empty(Asked(number, quarter, TestData.Amount(0), (before, TestData.Amount(0))));
    }

    [Fact]
    public void Flow_SameAsLastQuarter_IsAskedAndStockIsNot()
    {
        Assert.Equal("unchanged", Assert.Single(Asked(10, "2024Q3", Ratio(96, 100), ("2024Q2", Ratio(96, 100)))).Code);
        Assert.Equal("unchanged", Assert.Single(Asked(8, "2024Q3", TestData.Water(100, 90, 1), ("2024Q2", TestData.Water(100, 90, 1)))).Code);
        Assert.Empty(Asked(5, "2024Q3", Ratio(96, 100), ("2024Q2", Ratio(96, 100))));
        Assert.Equal([("sum_slow", InputKey.Numerator), ("sum_slow", InputKey.Denominator)], Asked(10, "2024Q3", Ratio(96, 100), ("2024Q2", Ratio(96, 99))).Select(finding => (finding.Code, finding.Field!.Value)));
    }

    // Twice the time, three quarters of twice as much: exactly that is not asked about. Building rests in winter.
    [Theory]
    [InlineData(10, "2024Q2", 150, null)]
    [InlineData(10, "2024Q2", 149.9, "sum_slow")]
    [InlineData(8, "2024Q2", 149.9, "sum_slow")]
    [InlineData(16, "2024Q2", 101, null)]
    [InlineData(10, "2025Q1", 101, "over_last_year")]
    public void Flow_FarBehindItsPace_IsAskedWhetherItIsTheQuarterAlone(int number, string quarter, double now, string? code)
    {
        var (before, after) = number switch
        {
            8 => (TestData.Water(100, 90, 1), TestData.Water((decimal)now, 130, 1)),
            16 => (TestData.Amount(10), TestData.Amount((decimal)now / 10)),
            _ => (Ratio(90, 100), Ratio(now * 0.9, now)),
        };

        var findings = Asked(number, quarter, after, (Quarter.Parse(quarter).Previous.ToString(), before));

        Assert.Equal(code is null ? [] : [code], findings.Select(finding => finding.Code).Distinct());
    }

    [Theory]
    [InlineData(312.5, 321.5, null)]
    [InlineData(312.5, 132.5, "leap")]
    [InlineData(261.4, 216.4, "digits_swapped", "（261.4）")]
    [InlineData(34.61, 43.61, "digits_swapped", "（34.61）")]
    [InlineData(35.1, 53.4, "digits_swapped", "（35.4）")]
    // No order of its digits comes much nearer; and 7 % off is not worth a question.
    [InlineData(211, 245, null)]
    [InlineData(200, 214, null)]
    public void Stock_WithTwoDigitsSwapped_NamesTheNumberMeant(double before, double now, string? code, string meant = "")
    {
        var findings = Asked(6, "2025Q2", Ratio(0, now), ("2025Q1", Ratio(0, before)));

        Assert.Equal(code, findings.FirstOrDefault(finding => finding.Field == InputKey.Denominator)?.Code);
        Assert.Contains(meant, findings.FirstOrDefault(finding => finding.Field == InputKey.Denominator)?.Message ?? "", StringComparison.Ordinal);
    }

    // The same finding keeps its key, whatever noughts the database adds; any other number makes another.
    [Fact]
    public void Key_ChangesWithEachNumberItIsAbout()
    {
        string KeyOf(decimal now, decimal before) => Asked(6, "2025Q2", TestData.Ratio(90, now), ("2025Q1", TestData.Ratio(90, before)))[0].Key!;

        Assert.Equal("leap:denominator:300.5/100", KeyOf(300.50m, 100.0m));
        Assert.Equal(4, new[] { KeyOf(300, 100), KeyOf(301, 100), KeyOf(300, 101), KeyOf(100, 300) }.Distinct().Count());
    }

    [Fact]
    public void Standing_KeepsOnlyWhatAnswersAFindingRaisedNow()
    {
        var findings = Asked(6, "2025Q2", Ratio(90, 300), ("2025Q1", Ratio(90, 100)));
        var key = findings[0].Key!;

        Assert.Equal(
            [new Explanation(key, "新口径")],
            Explanation.Standing([new("leap:denominator:500/241", "旧说明"), new(key, "先前"), new(key, " 新口径 "), new(key, " \n ")], findings));
        Assert.Empty(Explanation.Standing([new(key, "新口径")], []));
    }

    private static ReportedFigure Ratio(double numerator, double denominator) => TestData.Ratio((decimal)numerator, (decimal)denominator);

    private static IReadOnlyList<Finding> Asked(int number, string quarter, ReportedFigure figure, params (string Quarter, ReportedFigure Figure)[] earlier) =>
        ValueWarnings.Of(
            TestData.Indicator(number), Quarter.Parse(quarter), figure, earlier.ToDictionary(known => Quarter.Parse(known.Quarter), known => known.Figure), TestData.Checks.Limits);
}
