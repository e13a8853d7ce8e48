using Tongliao.GreenDev.Application.Rules;
using Tongliao.GreenDev.Domain.Reporting;

namespace Tongliao.GreenDev.Application.Tests.Rules;

/// <summary>A trial in an address: one text a term, and nothing else is read.</summary>
public sealed class RuleTermTextTests
{
    [Theory]
    [InlineData("target.12.2025~15")]
    [InlineData("tolerance.3~0.5")]
    [InlineData("curve.16~5_40_80.5_100")]
    [InlineData("scope.8~all")]
    [InlineData("scope.8~central")]
    [InlineData("reading.Q4~all")]
    [InlineData("words.Q7~按新建民用建筑面积～含配套")]
    [InlineData("own.150525.16.2025~6.5")]
    [InlineData("base.150525.16~3.25")]
    [InlineData("base.150525.12~11_15")]
    [InlineData("deviation.150525.3~2025-12-31")]
    [InlineData("deviation.150500.12~none")]
    [InlineData("input.150525.2025Q3.3~58_100")]
    [InlineData("input.150525.2025Q3.8~1000_890_-1.5")]
    public void Read_AndWritten_IsTheSame(string text) => Assert.Equal(text, RuleTermText.Of(Assert.Single(RuleTermText.Read([text]))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("target.12.2025")]
    [InlineData("target.12~15")]
    [InlineData("target.twelve.2025~15")]
    [InlineData("target.12.2025~1e3")]
    [InlineData("target.12.2025~1,000")]
    [InlineData("target.12.2025~999999999999999999999")]
    [InlineData("target.12.2025~NaN")]
    [InlineData("target.-12.2025~15")]
    [InlineData("target.99999.2025~15")]
    [InlineData("scope.8~some")]
    [InlineData("input.150525.2025Q3.3~1_2_3_4")]
    [InlineData("input.150525.2025Q3.3~")]
    [InlineData("deviation.150525.3~2025-02-30")]
    [InlineData("deviation.150525.3~")]
    [InlineData("drop table~1")]
    [InlineData("<script>~1")]
    public void Read_WhatIsNone_IsRefusedInChinese(string? text)
    {
        var refused = Assert.Throws<RefusalException>(() => RuleTermText.Read([text]));

        Assert.Equal((RefusalKind.Invalid, "invalid_rule", $"看不懂“{text}”这一项，请在试算页面重新选择。"), (refused.Kind, refused.Code, refused.Message));
    }

    [Fact]
    public void Read_TooLong_IsRefused_AndNotRepeated() =>
        Assert.Equal(
            $"看不懂“words.Q7~{new string('长', 31)}…”这一项，请在试算页面重新选择。",
            Assert.Throws<RefusalException>(() => RuleTermText.Read(["words.Q7~" + new string('长', 2000)])).Message);

    [Fact]
    public void Read_TooMany_IsRefused() =>
        Assert.Equal("一次最多20项，请分几次试算。", Assert.Throws<RefusalException>(() => RuleTermText.Read([.. Enumerable.Repeat("reading.Q4~all", 21)])).Message);

    [Fact]
    public void Read_TheNumbersOfAReport_AreThoseOfItsFields() => Assert.Equal(
        [
            new ReportedInputs { Amount = 3 }, new ReportedInputs { Numerator = 58, Denominator = 100 }, new ReportedInputs { Supplied = 1000, Billed = 890, Correction = -1.5m },
        ],
        RuleTermText.Read(["input.150525.2025Q3.16~3", "input.150525.2025Q3.3~58_100", "input.150525.2025Q3.8~1000_890_-1.5"]).Cast<InputTerm>().Select(term => term.Inputs));

    [Fact]
    public void Read_ACurve_IsOfShares() => Assert.Equal(
        [0.05m, 0.4m, 0.8m, 1], Assert.IsType<IndicatorTerm>(RuleTermText.Read(["curve.16~5_40_80_100"])[0]).Change.ProgressCurve!);
}
