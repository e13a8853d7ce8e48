using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Tests.Texts;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("本旗没有", true)]
    [InlineData("无轨道交通", true)]
    [InlineData("2024年无", true)]
    [InlineData("\u182A\u1820\u182A\u1820", true)]
    [InlineData("无", false)]
    [InlineData("/", false)]
    [InlineData("\u2800", false)]
    [InlineData("不适用", false)]
    [InlineData("无。。。。。", false)]
    [InlineData("————————", false)]
    [InlineData("无\u3164\u3164\u3164\u3164", false)]
    [InlineData("无 \u200b 有 \u00ad /", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void IsReason_FourLettersOrCharacters_AreNeeded(string? text, bool isReason) => Assert.Equal(isReason, VisibleText.IsReason(text));

    [Theory]
    [InlineData("重报", true)]
    [InlineData("改。", false)]
    [InlineData("//////", false)]
    [InlineData("改\u3164\u2800", false)]
    [InlineData(null, false)]
    public void IsRemark_TwoLettersOrCharacters_AreNeeded(string? text, bool isRemark) => Assert.Equal(isRemark, VisibleText.IsRemark(text));

    [Fact]
    public void IsReason_TheAutomaticOne_IsOne() => Assert.True(VisibleText.IsReason(ReportedFigure.NothingNewlyBuilt));
}
