using Tongliao.GreenDev.Web.Components.Controls;

namespace Tongliao.GreenDev.Web.Tests.Pages;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2025-10-05")]
    [InlineData(" 2025-10-5 ")]
    [InlineData("2025/10/5")]
    [InlineData("2025.10.05")]
    [InlineData("2025年10月5日")]
    [InlineData("20251005")]
    [InlineData("２０２５－１０－０５")]
    [InlineData("\ufeff2025-10-05\u200b")]
    public void Read_AsPeopleTypeIt_IsTheDay(string text) => Assert.Equal(new DateText(new DateOnly(2025, 10, 5), null), DateText.Read(text));

    [Theory]
    [InlineData("2025/10/5", "2025-10-05")]
    [InlineData("下周一", "下周一")]
    [InlineData("", "")]
    public void Normal_Day_IsAsADateFieldTakesIt(string text, string expected) => Assert.Equal(expected, DateText.Normal(text));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Read_Nothing_IsNoFault(string? text) => Assert.Equal(new DateText(null, null), DateText.Read(text));

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("10/15/2025")]
    [InlineData("下周一")]
    [InlineData("2025-10-05T00:00")]
    public void Read_NoDay_SaysHowToWriteOne(string text)
    {
        var read = DateText.Read(text);

        Assert.Null(read.Value);
        Assert.Contains("2025-10-15", read.Fault, StringComparison.Ordinal);
    }
}
