using System.Globalization;

namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>What is stored with a warning (需核对), and what keeps a value from being submitted.</summary>
public sealed class ValueWarningTests
{
    [Theory]
    // At most 1 %: perhaps a share typed for a percentage. 1 itself is asked, more is not.
    [InlineData(17, 1, 100, "tiny_percentage")]
    [InlineData(17, 0, 100, "tiny_percentage")]
    [InlineData(17, 10001, 1000000, null)]
    // Outside the usual: 20–70 % and 3–15 km/km².
    [InlineData(1, 199, 1000, "unusual")]
    [InlineData(1, 2, 10, null)]
    [InlineData(1, 701, 1000, "unusual")]
    [InlineData(4, 16, 1, "unusual")]
    [InlineData(4, 15, 1, null)]
    // A density of at most 1 is unusual, no tiny percentage.
    [InlineData(4, 1, 1, "unusual")]
    public void Value_OutOfTheOrdinary_IsAskedBack(int number, int numerator, int denominator, string? code) =>
        AssertOnly(code, Asked(number, "2024Q1", TestData.Ratio(numerator, denominator)));

    [Theory]
    [InlineData(0.9, "tiny_percentage")]
    [InlineData(2, "unusual")]
    [InlineData(31, "unusual")]
    [InlineData(12, null)]
    public void WaterLoss_OutOfTheOrdinary_IsAskedBack(double percent, string? code) =>
        AssertOnly(code, Asked(8, "2024Q1", TestData.Water(1000, 1000 - ((decimal)percent * 10), 0)));

    [Theory]
    [InlineData(15, 20.01, "unusual")]
    [InlineData(15, 0, null)]
    [InlineData(16, 100, null)]
    public void Sum_OutOfTheOrdinary_IsAskedBack(int number, double amount, string? code) =>
        AssertOnly(code, Asked(number, "2024Q1", TestData.Amount((decimal)amount)));

    [Theory]
    // More than five points of what hardly moves: exactly five are not.
    [InlineData(40, 45, null)]
    [InlineData(40, 45.01, "jump")]
    [InlineData(60, 55, null)]
    [InlineData(60, 30, "jump")]
    // The numerator itself is then less than half of what it was, and asked about instead of the result.
    [InlineData(60, 29, "leap")]
    [InlineData(30, 30, null)]
    public void Ratio_AgainstLastQuarter_JumpIsAskedBack(int before, double now, string? code) =>
        AssertOnly(code, Asked(1, "2024Q2", TestData.Ratio((decimal)now, 100), TestData.Ratio(before, 100)));

    [Theory]
    // More than half of what was done: exactly half is not.
    [InlineData(40, 60, null)]
    [InlineData(40, 61, "jump")]
    public void CountOfThingsDone_AgainstLastQuarter_JumpIsAskedBack(int before, int now, string? code) =>
        AssertOnly(code, Asked(2, "2024Q2", TestData.Ratio(now, 100), TestData.Ratio(before, 100)));

    [Theory]
    [InlineData(40, 81, null)]
    [InlineData(40, 90, null)]
    [InlineData(40, 91, "jump")]
    [InlineData(40, 121, "jump")]
    // From nothing, anything is a jump.
    [InlineData(0, 11, "jump")]
    public void FlowRatio_AgainstLastQuarter_JumpIsAskedBack(int before, int now, string? code) =>
        AssertOnly(code, Asked(9, "2024Q2", TestData.Ratio(now, 200), TestData.Ratio(before, 100)));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(14)]
    public void CountOfThingsDone_Fell_IsAskedBack(int number)
    {
        AssertOnly("count_fell", Asked(number, "2024Q2", TestData.Ratio(59, 100), TestData.Ratio(60, 100)));
        AssertOnly(null, Asked(number, "2024Q2", TestData.Ratio(60, 110), TestData.Ratio(60, 100)));
    }

    [Fact]
    public void OtherNumerators_MayFall() =>
        AssertOnly(null, Asked(5, "2024Q2", TestData.Ratio(95, 100), TestData.Ratio(96, 100)));

    [Theory]
    [InlineData("2024Q2", 3, 2, "sum_fell")]
    [InlineData("2024Q4", 3, 2, "sum_fell")]
    [InlineData("2024Q2", 3, 3, "unchanged")]
    // It starts again in January.
    [InlineData("2025Q1", 3, 1, null)]
    [InlineData("2025Q1", 1, 9, "over_last_year")]
    // Growing by leaps is what a building season does: from 5 % to 40 % and 80 % of the year. Half as much again is a jump.
    [InlineData("2024Q2", 1, 12, null)]
    [InlineData("2024Q2", 1, 13, "jump")]
    [InlineData("2024Q3", 4, 12, null)]
    [InlineData("2024Q3", 4, 13, "jump")]
    [InlineData("2024Q2", 0, 9, null)]
    public void Sum_AgainstLastQuarter_FallAndLeapBeyondTheSeasonsAreAskedBack(string quarter, int before, int now, string? code) =>
        AssertOnly(code, Asked(20, quarter, TestData.Amount(now), TestData.Amount(before)));

    [Fact]
    public void WaterLoss_AgainstLastQuarter_JumpIsAskedBack() =>
        AssertOnly("jump", Asked(8, "2024Q2", TestData.Water(2000, 1680, 0), TestData.Water(1000, 900, 0)));

    // Such figures are refused when typed; a comparison with one must not fail all the same.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(19)]
    public void ZeroDenominator_OnEitherSide_IsNoDivision(int number)
    {
        Assert.Empty(Asked(number, "2024Q2", TestData.Ratio(0, 0), TestData.Ratio(1, 2)));
        Assert.DoesNotContain(Asked(number, "2024Q2", TestData.Ratio(1, 2), TestData.Ratio(0, 0)), finding => finding.Code == "jump");
    }

    [Fact]
    public void WaterLoss_NothingSupplied_IsNoDivision() =>
        Assert.Empty(Asked(8, "2024Q2", TestData.Water(0, 0, 0), TestData.Water(0, 0, 0)));

    [Fact]
    public void NotApplicable_Either_AsksNothing()
    {
        Assert.Empty(Asked(2, "2024Q2", TestData.NotApplicable("无"), TestData.Ratio(1, 2)));
        Assert.Empty(Asked(2, "2024Q2", TestData.Ratio(1, 2), TestData.NotApplicable("无")));
    }

    [Fact]
    public void HalfFilled_Either_AsksNothing()
    {
        var half = new ReportedFigure(new ReportedInputs { Denominator = 5 }, null, false);

        Assert.Empty(Asked(2, "2024Q2", half, TestData.Ratio(1, 2)));
        Assert.Empty(Asked(2, "2024Q2", TestData.Ratio(1, 5), half));
        Assert.Empty(Asked(2, "2024Q2", new ReportedFigure(null, null, false)));
    }

    [Fact]
    public void UnusualAndJump_AreBothAsked() =>
        Assert.Equal(["tiny_percentage", "jump"], Asked(17, "2024Q2", TestData.Ratio(1.6m, 160), TestData.Ratio(1, 20)).Select(finding => finding.Code));

    [Fact]
    public void Messages_AreTheSameInEveryCulture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var fell = Assert.Single(Asked(9, "2024Q2", TestData.Ratio(1.5m, 18), TestData.Ratio(1.75m, 9)));
            Assert.Contains("由上季度1.75万立方米变为1.5万立方米", fell.Message, StringComparison.Ordinal);
            var indicator = TestData.Indicator(8);
            Assert.Contains("结果为0.5%", ValueWarnings.Of(indicator, Quarter.Parse("2024Q1"), TestData.Water(1000, 995, 0), new Dictionary<Quarter, ReportedFigure>(), TestData.Checks.Limits)[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Queries_AreQueriesInChinese()
    {
        Finding[] asked =
        [
            .. Asked(17, "2024Q2", TestData.Ratio(1, 100), TestData.Ratio(1, 2)),
            .. Asked(6, "2024Q2", TestData.Ratio(202400, 216200), TestData.Ratio(20.24m, 21.62m)),
            .. Asked(20, "2024Q2", TestData.Amount(1), TestData.Amount(3)),
            .. Asked(20, "2024Q2", TestData.Amount(3), TestData.Amount(3)),
        ];
        foreach (var finding in asked)
        {
            Assert.Equal(FindingSeverity.Warning, finding.Severity);
            Assert.Matches("请.+属实请填写说明。$", finding.Message);
            Assert.StartsWith(finding.Code + ":", finding.Key, StringComparison.Ordinal);
            Assert.DoesNotMatch("[A-Za-z]", finding.Message);
        }
    }

    [Fact]
    public void Gaps_EmptyFields_AreTold()
    {
        var gaps = ValueChecks.Missing(TestData.Indicator(8), new ReportedFigure(new ReportedInputs { Supplied = 3 }, null, false));

        Assert.Equal([InputKey.Billed, InputKey.Correction], gaps.Select(gap => gap.Field!.Value));
        Assert.All(gaps, gap => Assert.Equal(FindingSeverity.Missing, gap.Severity));
        Assert.Contains("注册用户用水量", gaps[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gaps_NothingTyped_AreAllFields() =>
        Assert.Equal(2, ValueChecks.Missing(TestData.Indicator(2), new ReportedFigure(null, null, false)).Count);

    [Fact]
    public void Gaps_CompleteOrNotApplicable_AreNone()
    {
        Assert.Empty(ValueChecks.Missing(TestData.Indicator(2), TestData.Ratio(0, 1)));
        Assert.Empty(ValueChecks.Missing(TestData.Indicator(2), TestData.NotApplicable("无")));
        Assert.Empty(ValueChecks.Missing(TestData.Indicator(19), TestData.Ratio(0, 0)));
    }

    private static IReadOnlyList<Finding> Asked(int number, string quarter, ReportedFigure figure, ReportedFigure? previous = null) =>
        ValueWarnings.Of(
            TestData.Indicator(number),
            Quarter.Parse(quarter),
            figure,
            previous is null ? [] : new Dictionary<Quarter, ReportedFigure> { [Quarter.Parse(quarter).Previous] = previous },
            TestData.Checks.Limits);

    private static void AssertOnly(string? code, IReadOnlyList<Finding> findings) =>
        Assert.Equal(code, findings.Count == 0 ? null : Assert.Single(findings).Code);
}
