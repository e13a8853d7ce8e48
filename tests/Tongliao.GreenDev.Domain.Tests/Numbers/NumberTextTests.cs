using System.Globalization;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Numbers;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("47", "47")]
    [InlineData("31.42", "31.42")]
    [InlineData("007", "7")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("-0", "0")]
    [InlineData("0.0000", "0")]
    [InlineData("31.4200", "31.42")]
    [InlineData("１０４１．５", "1041.5")]
    [InlineData("３１。４２", "31.42")]
    [InlineData("－１．５", "-1.5")]
    [InlineData("−1.5", "-1.5")]
    [InlineData("1,041", "1041")]
    [InlineData("1，041", "1041")]
    [InlineData("１，２３４，５６７．８９", "1234567.89")]
    [InlineData("16.2\u200b", "16.2")]
    [InlineData("\ufeff16.2", "16.2")]
    [InlineData("1\u00ad6\u2060.\u200e2\u202c", "16.2")]
    [InlineData("\u202f16.2\u2009", "16.2")]
    [InlineData("\u280016.2\u3164", "16.2")]
    [InlineData("  47\t", "47")]
    [InlineData("　47　", "47")]
    [InlineData("\u00a01,041.50\u00a0", "1041.5")]
    [InlineData("999999999999.9999", "999999999999.9999")]
    [InlineData("99999999999999999999.9999", "99999999999999999999.9999")]
    public void Read_NumberInAnyUsualWriting_GivesItsValue(string text, string expected)
    {
        var read = NumberText.Read(text);

        Assert.Null(read.Fault);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), read.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \u3000\t")]
    public void Read_Empty_HasNeitherValueNorFault(string? text) => Assert.Equal(new NumberText(null, null), NumberText.Read(text));

    [Theory]
    [InlineData("25%", "百分比")]
    [InlineData("２５％", "百分比")]
    [InlineData("1 041", "空格")]
    [InlineData("1 041.5", "空格")]
    [InlineData("1, 041", "空格")]
    [InlineData("- 5", "空格")]
    [InlineData("1,04", "千位分隔")]
    [InlineData("1041,5", "千位分隔")]
    [InlineData("10,41,000", "千位分隔")]
    [InlineData(",041", "千位分隔")]
    [InlineData("1041,", "千位分隔")]
    [InlineData("12万", "不带单位")]
    [InlineData("123 平方公里", "不带单位")]
    [InlineData("12²", "不是数字")]
    [InlineData("1½", "不是数字")]
    [InlineData("1.2.3", "不是数字")]
    [InlineData("1.2,3", "不是数字")]
    [InlineData("1e5", "不是数字")]
    [InlineData("=1+2", "不是数字")]
    [InlineData("--5", "不是数字")]
    [InlineData("5-", "不是数字")]
    [InlineData("NaN", "不是数字")]
    [InlineData("∞", "不是数字")]
    [InlineData("-", "不适用")]
    [InlineData(".", "不适用")]
    [InlineData("无", "不适用")]
    [InlineData("四十七", "不适用")]
    [InlineData("٣٤", "不适用")]
    [InlineData("0.0000000000000000000000000001", "太长")]
    [InlineData("1000000000000000000000000000000", "太长")]
    public void Read_AnythingElse_SaysWhatToDo(string text, string hint)
    {
        var read = NumberText.Read(text);

        Assert.Null(read.Value);
        Assert.Contains(hint, read.Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123 平方公里", "平方公里", "单位已是平方公里，只填数字。")]
    [InlineData("１２３平方公里", "平方公里", "单位已是平方公里，只填数字。")]
    [InlineData("123 公顷", "平方公里", "“123 公顷”不是数字，请只填数字（例如1,234.5），不带单位、文字和算式；本栏单位是平方公里。")]
    public void Read_UnitBehindTheNumber_IsNamed(string text, string unit, string fault) =>
        Assert.Equal(new NumberText(null, fault), NumberText.Read(text, unit));

    [Fact]
    public void Read_UnitNotKnown_SaysNothingOfOne() =>
        Assert.Equal("“12万”不是数字，请只填数字（例如1,234.5），不带单位、文字和算式。", NumberText.Read("12万").Fault);

    [Theory]
    [InlineData("一二三四五六七八九十甲乙", "“一二三四五六七八九十甲乙”不是数字")]
    [InlineData("一二三四五六七八九十甲乙丙", "“一二三四五六七八九十甲乙…”不是数字")]
    public void Read_LongText_QuotesOnlyItsStart(string text, string start) =>
        Assert.StartsWith(start, NumberText.Read(text).Fault, StringComparison.Ordinal);

    [Theory]
    [InlineData("-0")]
    [InlineData("-0.00")]
    [InlineData("0.0000")]
    public void Read_NoughtInAnyWriting_IsPlainNought(string text) =>
        Assert.Equal("0", NumberText.Read(text).Value?.ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1041", "1,041")]
    [InlineData("1234567.8900", "1,234,567.89")]
    [InlineData("0.5", "0.5")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("0", "0")]
    [InlineData("999999999999.9999", "999,999,999,999.9999")]
    public void Display_Number_ReadsBackAsTheSameNumber(string number, string expected)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        Assert.Equal(expected, NumberText.Display(value));
        Assert.Equal(value, NumberText.Read(expected).Value);
    }

    [Fact]
    public void Display_Nothing_IsEmpty() => Assert.Equal("", NumberText.Display(null));
}
