namespace Tongliao.GreenDev.Domain.Tests.Reporting;

/// <summary>What is refused, and with which words (§1).</summary>
public sealed class ValueErrorTests
{
    [Theory]
    [InlineData(2, 3, 10)]
    [InlineData(2, 0, 10)]
    [InlineData(2, 10, 10)]
    [InlineData(13, 7, 7)]
    // A density may exceed 1.
    [InlineData(4, 81, 10)]
    // Nothing newly built.
    [InlineData(17, 0, 0)]
    [InlineData(18, 0, 0)]
    [InlineData(19, 0, 0)]
    [InlineData(21, 0, 0)]
    public void Ratio_Sound_IsAccepted(int number, int numerator, int denominator) =>
        Assert.Empty(Refused(number, Fraction(numerator, denominator)));

    [Theory]
    [InlineData(2, 11, 10, "numerator_over_denominator", InputKey.Numerator)]
    // A zero is wrong whatever stands over it.
    [InlineData(2, 5, 0, "zero_denominator", InputKey.Denominator)]
    [InlineData(13, 1, 0, "zero_denominator", InputKey.Denominator)]
    [InlineData(19, 1, 0, "zero_denominator", InputKey.Denominator)]
    [InlineData(4, 1, 0, "zero_denominator", InputKey.Denominator)]
    // 0/0 is nothing newly built only where something is newly built.
    [InlineData(1, 0, 0, "zero_denominator", InputKey.Denominator)]
    [InlineData(4, 0, 0, "zero_denominator", InputKey.Denominator)]
    [InlineData(9, 0, 0, "zero_denominator", InputKey.Denominator)]
    [InlineData(12, 0, 0, "zero_denominator", InputKey.Denominator)]
    [InlineData(2, -1, 10, "negative", InputKey.Numerator)]
    [InlineData(2, 1, -10, "negative", InputKey.Denominator)]
    // 310 km over 10 km² is 31, and 30 is the limit.
    [InlineData(4, 310, 10, "out_of_range", InputKey.Numerator)]
    public void Ratio_Unsound_IsRefusedAtItsField(int number, int numerator, int denominator, string code, InputKey field) =>
        AssertOnly(code, field, Refused(number, Fraction(numerator, denominator)));

    [Theory]
    [InlineData("999999999999.9999", null)]
    [InlineData("1000000000000", "too_large")]
    [InlineData("9999999999999", "too_large")]
    [InlineData("79228162514264337593543950335", "too_large")]
    [InlineData("0.1234", null)]
    [InlineData("0.12345", "too_many_decimals")]
    // Trailing noughts are no further decimals.
    [InlineData("0.123400000", null)]
    [InlineData("999999999999.99999", "too_large")]
    [InlineData("-0.0001", "negative")]
    public void Digits_TwelveAndFour_AreTheLimit(string typed, string? code)
    {
        var value = decimal.Parse(typed, System.Globalization.CultureInfo.InvariantCulture);

        var findings = Refused(9, new ReportedInputs { Numerator = 0, Denominator = value });

        Assert.Equal(code, findings.Count == 0 ? null : findings[0].Code);
    }

    [Theory]
    [InlineData(12, 11.5, 35, InputKey.Numerator)]
    [InlineData(2, 62, 248.5, InputKey.Denominator)]
    [InlineData(3, 62.00001, 248, InputKey.Numerator)]
    [InlineData(14, 0.5, 1, InputKey.Numerator)]
    public void Count_Fraction_IsRefusedAtItsFieldWithItsUnit(int number, double numerator, double denominator, InputKey field)
    {
        var findings = Refused(number, Fraction((decimal)numerator, (decimal)denominator));

        AssertOnly("not_whole", field, findings);
        Assert.Contains($"“{TestData.Indicator(number).Inputs.Single(input => input.Key == field).Label}”", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("单位：个", findings[0].Message, StringComparison.Ordinal);
    }

    // A workbook's 62.0 is whole; what is measured may have decimals.
    [Theory]
    [InlineData(2, "62.00", "248.0")]
    [InlineData(1, "11.5", "35.25")]
    public void Count_WholeWithNoughts_AndMeasures_AreAccepted(int number, string numerator, string denominator) =>
        Assert.Empty(Refused(number, Fraction(Number(numerator), Number(denominator))));

    [Fact]
    public void SeveralFaults_AreAllTold()
    {
        var findings = Refused(2, new ReportedInputs { Numerator = -1, Denominator = 1.23456m, Amount = 3 });

        Assert.Equal(["negative", "not_whole", "unexpected_field"], findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData(1000, 880, 1.5, null, null)]
    [InlineData(1000, 880, -10, null, null)]
    [InlineData(1000, 880, 10, null, null)]
    [InlineData(1000, 880, 10.0001, "correction_range", InputKey.Correction)]
    [InlineData(1000, 880, -10.0001, "correction_range", InputKey.Correction)]
    [InlineData(1000, 880, 1.00001, "too_many_decimals", InputKey.Correction)]
    [InlineData(1000, 1001, 0, "billed_over_supplied", InputKey.Billed)]
    [InlineData(0, 0, 0, "zero_denominator", InputKey.Supplied)]
    [InlineData(-1, 0, 0, "negative", InputKey.Supplied)]
    // (1000 − 995) / 1000 × 100 − 1.5 = −1: a loss below nothing, by the correction alone.
    [InlineData(1000, 995, 1.5, "out_of_range", InputKey.Correction)]
    [InlineData(1000, 950, 6, "out_of_range", InputKey.Correction)]
    [InlineData(1000, 0, -0.1, "out_of_range", InputKey.Correction)]
    public void WaterLoss_ChecksItsThreeFields(double supplied, double billed, double correction, string? code, InputKey? field)
    {
        var findings = Refused(8, new ReportedInputs { Supplied = (decimal)supplied, Billed = (decimal)billed, Correction = (decimal)correction });

        if (code is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            AssertOnly(code, field, findings);
        }
    }

    [Theory]
    [InlineData(15, 100, null)]
    [InlineData(15, 100.0001, "out_of_range")]
    [InlineData(16, 500, null)]
    [InlineData(16, 501, "out_of_range")]
    [InlineData(20, 1000, null)]
    [InlineData(20, 1001, "out_of_range")]
    [InlineData(20, 0, null)]
    [InlineData(20, -1, "negative")]
    public void Sum_OutsideItsHardRange_IsRefused(int number, double amount, string? code)
    {
        var findings = Refused(number, new ReportedInputs { Amount = (decimal)amount });

        Assert.Equal(code, findings.Count == 0 ? null : findings[0].Code);
    }

    // Square metres typed for 万平方米 are the usual mistake.
    [Fact]
    public void Sum_OutsideItsHardRange_AsksForTheUnit() =>
        Assert.Contains("请核对单位是否为“万平方米”", Refused(15, new ReportedInputs { Amount = 42000 })[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(15, InputKey.Numerator)]
    [InlineData(2, InputKey.Amount)]
    [InlineData(8, InputKey.Denominator)]
    [InlineData(2, InputKey.Correction)]
    public void Field_OfAnotherKind_IsUnexpected(int number, InputKey key)
    {
        var findings = Refused(number, ReportedInputs.None.With(key, 1));

        AssertOnly("unexpected_field", key, findings);
        Assert.Contains(TestData.Indicator(number).Inputs[0].Label, findings[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InputKey.Numerator, 5)]
    [InlineData(InputKey.Denominator, 5)]
    public void Draft_HalfFilled_IsAccepted(InputKey key, int value) =>
        Assert.Empty(Refused(2, ReportedInputs.None.With(key, value)));

    // The zero is wrong whatever the numerator will be; where 0/0 may follow, it is not.
    [Theory]
    [InlineData(2, "zero_denominator")]
    [InlineData(19, null)]
    public void Draft_ZeroDenominatorAlone_IsRefusedUnlessZeroOverZeroMayFollow(int number, string? code)
    {
        var findings = Refused(number, ReportedInputs.None.With(InputKey.Denominator, 0));

        Assert.Equal(code, findings.Count == 0 ? null : findings[0].Code);
    }

    [Fact]
    public void Draft_Empty_IsAccepted()
    {
        foreach (var indicator in TestData.Indicators)
        {
            Assert.Empty(ValueChecks.Errors(indicator, ReportedInputs.None));
        }
    }

    [Fact]
    public void Messages_AreChineseSentencesThatSayWhatToDo()
    {
        ReportedInputs[] wrong =
        [
            Fraction(11, 10), Fraction(-1, 10), Fraction(0, 0), Fraction(310, 10), Fraction(1_000_000_000_000m, 1), Fraction(0.12345m, 1),
            new() { Supplied = 0, Billed = 0, Correction = 0 }, new() { Supplied = 1, Billed = 2, Correction = 11 }, new() { Amount = 5000 },
        ];

        foreach (var finding in TestData.Indicators.SelectMany(indicator => wrong.SelectMany(inputs => ValueChecks.Errors(indicator, inputs))))
        {
            Assert.Equal(FindingSeverity.Error, finding.Severity);
            Assert.Matches("请.+。$", finding.Message);
            Assert.DoesNotMatch("[A-Za-z]", finding.Message.Replace("Qs", "", StringComparison.Ordinal).Replace("Qa", "", StringComparison.Ordinal).Replace("Rn", "", StringComparison.Ordinal));
        }
    }

    private static ReportedInputs Fraction(decimal numerator, decimal denominator) => new() { Numerator = numerator, Denominator = denominator };

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IReadOnlyList<Finding> Refused(int number, ReportedInputs inputs) => ValueChecks.Errors(TestData.Indicator(number), inputs);

    private static void AssertOnly(string code, InputKey? field, IReadOnlyList<Finding> findings)
    {
        var finding = Assert.Single(findings);
        Assert.Equal(code, finding.Code);
        Assert.Equal(field, finding.Field);
        Assert.Equal(FindingSeverity.Error, finding.Severity);
    }
}
