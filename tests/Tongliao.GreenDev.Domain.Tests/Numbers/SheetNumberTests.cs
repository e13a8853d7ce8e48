using System.Globalization;
using FsCheck.Fluent;
using Tongliao.GreenDev.Domain.Numbers;

namespace Tongliao.GreenDev.Domain.Tests.Numbers;

public sealed class SheetNumberTests
{
    [Theory]
    [InlineData("1,041.5", "万人", "1041.5", null)]
    [InlineData("３．２万人", "万人", "3.2", null)]
    [InlineData("3.2 万", "万人", "3.2", null)]
    [InlineData("32000人", "万人", "3.2", "32000人→3.2万人")]
    [InlineData("3.2万人", "人", "32000", "3.2万人→32,000人")]
    [InlineData("1.2万个", "个", "12000", "1.2万个→12,000个")]
    [InlineData("0.5亿平方米", "万平方米", "5000", "0.5亿平方米→5,000万平方米")]
    [InlineData("0.0003万亿立方米", "万立方米", "30000", "0.0003万亿立方米→30,000万立方米")]
    [InlineData("202400平方米", "万平方米", "20.24", "202400平方米→20.24万平方米")]
    [InlineData("20.24 平方公里", "平方公里", "20.24", null)]
    [InlineData("1 041 ", "个", "1041", null)]
    [InlineData("1.5%", "个百分点", "1.5", null)]
    [InlineData("-1.5 个百分点", "个百分点", "-1.5", null)]
    public void Read_UnitsAndSpaces_AreUnderstoodAndConversionsSaid(string text, string unit, string expected, string? note)
    {
        var read = SheetNumber.Read(text, unit);

        Assert.Null(read.Fault);
        Assert.Equal((decimal.Parse(expected, CultureInfo.InvariantCulture), note, null), (read.Value, read.Note, read.Formula));
    }

    [Theory]
    [InlineData("=12+7", "19", "=12+7")]
    [InlineData("1.2*3", "3.6", "=1.2*3")]
    [InlineData("１２＋７", "19", "=12+7")]
    [InlineData("= 1,000 + 2 × (3 - 1)", "1004", "=1,000+2×(3-1)")]
    [InlineData("=10/4", "2.5", "=10/4")]
    [InlineData("=-(1+2)", "-3", "=-(1+2)")]
    [InlineData("=0.1+0.2", "0.3", "=0.1+0.2")]
    [InlineData("=10/3*3", "10", "=10/3*3")]
    public void Read_Sum_IsComputedExactlyAndKept(string text, string expected, string formula)
    {
        var read = SheetNumber.Read(text, "个");

        Assert.Equal((decimal.Parse(expected, CultureInfo.InvariantCulture), null, formula), (read.Value, read.Fault, read.Formula));
    }

    [Theory]
    [InlineData("=10/3", "4位小数")]
    [InlineData("=1/0", "算式算不出来")]
    [InlineData("=1+", "算式算不出来")]
    [InlineData("=(1+2", "算式算不出来")]
    [InlineData("=", "算式算不出来")]
    [InlineData("=A1+B2", "算式算不出来")]
    [InlineData("999999999999*999999999999", "太长")]
    [InlineData("12.5%", "百分比")]
    [InlineData("2025-10-09", "不是数字")]
    [InlineData("10/9", "不是数字")]
    [InlineData("12公顷", "不是数字")]
    [InlineData("万个", "只填数字")]
    [InlineData("1 04", "空格")]
    [InlineData("1.23456万分之一", "不是数字")]
    public void Read_AnythingElse_SaysWhatToDo(string text, string hint)
    {
        var read = SheetNumber.Read(text, "个");

        Assert.Null(read.Value);
        Assert.Contains(hint, read.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NestedBracketsWithoutEnd_IsRefusedAtOnce() =>
        Assert.NotNull(SheetNumber.Read("=" + new string('(', 100_000) + "1", "个").Fault);

    [Fact]
    public void Read_AnyNumberInAnyWriting_IsTheSameNumber() => Properties.Check(
        from number in Properties.Typed(999_999)
        from unit in Gen.Elements("万人", "个", "平方公里", "万平方米", "个百分点")
        from writing in Gen.Elements<Func<decimal, string, string>>(
            (value, _) => NumberText.Display(value),
            (value, name) => $" {NumberText.Display(value)} {name} ",
            (value, _) => string.Concat(NumberText.Display(value).Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c)),
            (value, _) => NumberText.Display(value).Replace(',', ' '),
            (value, _) => $"={value.ToString(CultureInfo.InvariantCulture)}+0")
        select (number, unit, text: writing(number, unit)),
        written => Assert.Equal(((decimal?)written.number, null, null), (SheetNumber.Read(written.text, written.unit).Value, SheetNumber.Read(written.text, written.unit).Fault, SheetNumber.Read(written.text, written.unit).Note)));

    [Fact]
    public void Read_AnySum_IsThatOfDecimals() => Properties.Check(
        from first in Properties.Typed(9_999)
        from second in Properties.Typed(9_999)
        from count in Gen.Choose(0, 99)
        select (first, second, count),
        sum => Assert.Equal(
            (sum.first * sum.count) + sum.second,
            SheetNumber.Read(string.Create(CultureInfo.InvariantCulture, $"={sum.first}*{sum.count}+{sum.second}"), "个").Value));
}
