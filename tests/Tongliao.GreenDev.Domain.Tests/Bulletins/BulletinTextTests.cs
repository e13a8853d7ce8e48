using Tongliao.GreenDev.Domain.Bulletins;

namespace Tongliao.GreenDev.Domain.Tests.Bulletins;

public sealed class BulletinTextTests
{
    [Theory]
    [InlineData("一、总体情况", BulletinLineKind.Heading, "一、总体情况", "")]
    [InlineData("十二、其他。", BulletinLineKind.Heading, "十二、其他。", "")]
    [InlineData("二、分指标。共21项。", BulletinLineKind.Heading, "二、分指标。", "共21项。")]
    [InlineData("（三）滞后的指标。第2项。第8项。", BulletinLineKind.Subheading, "（三）滞后的指标。", "第2项。第8项。")]
    [InlineData("（十一）奈曼旗", BulletinLineKind.Subheading, "（十一）奈曼旗", "")]
    [InlineData("1.第2项。其他。", BulletinLineKind.Body, "", "1.第2项。其他。")]
    [InlineData("达到一、二级标准。", BulletinLineKind.Body, "", "达到一、二级标准。")]
    [InlineData("见（一）。", BulletinLineKind.Body, "", "见（一）。")]
    [InlineData("(一)半角。", BulletinLineKind.Body, "", "(一)半角。")]
    public void Lines_ByHowTheyBegin_AreHeadingsOrText(string line, BulletinLineKind kind, string head, string rest)
    {
        var read = Assert.Single(BulletinText.Lines($"\r\n  {line}  \r\n\n"));

        Assert.Equal((kind, head, rest), (read.Kind, Typed(read.Head), Typed(read.Rest)));
        Assert.Equal(line, Typed(read.Parts));
    }

    [Fact]
    public void Lines_EachIsAParagraph_EmptyOnesAreNone() =>
        Assert.Equal(["一", "二", "三"], BulletinText.Lines("一\n\n二\r\n \t\n三").Select(line => Typed(line.Parts)));

    [Fact]
    public void Parts_KeysInBraces_AreLinks_EverythingElseIsWords() => Assert.Equal(
        [("达标", false), ("全市.达标", true), ("、", false), ("3.科尔沁区.差距", true), ("全市.滞后", true), ("，{}，{未完", false)],
        Assert.Single(BulletinText.Lines("达标{全市.达标}、{3.科尔沁区.差距}{全市.滞后}，{}，{未完")).Parts.Select(part => (part.Text, part.IsLink)));

    [Fact]
    public void Keys_InTheOrderOfTheText_EachOnce() => Assert.Equal(["b", "a", "c"], BulletinText.Keys("{b}x{a}\n{b}{c}{}"));

    [Theory]
    [InlineData("共{a}，{b}。", "共3项，{b}。")]
    [InlineData("{a}{a}", "3项3项")]
    [InlineData("没有", "没有")]
    public void Filled_KnownKeys_AreTheirNumbers_OthersStay(string text, string expected) =>
        Assert.Equal(expected, BulletinText.Filled(text, key => key == "a" ? "3项" : null));

    [Fact]
    public void Quotable_OfSomebodyElsesWords_IsOneLineWithoutKeys() =>
        Assert.Equal("甲 乙｛全市.达标｝", BulletinText.Quotable(" 甲\r\n\t乙{全市.达标}\n"));

    [Fact]
    public void Keys_TooLongForOne_AreWords() => Assert.Empty(BulletinText.Keys("{" + new string('长', 61) + "}"));

    private static string Typed(IEnumerable<BulletinPart> parts) => string.Concat(parts.Select(part => part.Typed));
}
