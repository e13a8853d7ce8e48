using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Domain.Tests.Texts;

/// <summary>Which characters of a copied text stay, by what they are: what nobody sees goes, what shapes a Mongolian word stays.</summary>
public sealed class ShownTextTests
{
    [Theory]
    [InlineData("甲\r\n乙", "甲\n乙")]
    [InlineData("甲\r乙", "甲\n乙")]
    [InlineData("甲\t乙", "甲\t乙")]
    [InlineData("甲\0\a\u001b乙", "甲乙")]
    [InlineData("  甲 \n ", "甲")]
    public void WithoutInvisible_ControlCharacters_OnlyLineBreaksAndTabsStay(string text, string expected) =>
        Assert.Equal(expected, VisibleText.WithoutInvisible(text));

    [Theory]
    [InlineData(0x200C)] // non-joiner
    [InlineData(0x200D)] // joiner
    [InlineData(0x180E)] // vowel separator
    public void WithoutInvisible_WhatShapesLetters_StaysInMongolianOnly(int shaping)
    {
        var mark = char.ConvertFromUtf32(shaping);

        Assert.Equal($"ᠪᠠ{mark}ᠠ", VisibleText.WithoutInvisible($"ᠪᠠ{mark}ᠠ"));
        Assert.Equal("王林", VisibleText.WithoutInvisible($"王{mark}林"));
        Assert.Equal("王林", VisibleText.WithoutInvisible($"{mark}王林"));
    }

    [Theory]
    [InlineData(0x17FF, false)]
    [InlineData(0x1800, true)]
    [InlineData(0x1820, true)]
    [InlineData(0x18AF, true)]
    [InlineData(0x18B0, false)]
    public void WithoutInvisible_JoinerBehindALetter_StaysWithinTheMongolianBlock(int letter, bool stays)
    {
        var before = char.ConvertFromUtf32(letter);

        Assert.Equal(stays ? before + "\u200D" : before, VisibleText.WithoutInvisible(before + "\u200D"));
    }

    [Theory]
    [InlineData("ᠠ\u200D\u200C")]
    [InlineData("ᠠ\u200C\u200D")]
    public void WithoutInvisible_SeveralShapingsInARow_AllStay(string text) => Assert.Equal(text, VisibleText.WithoutInvisible(text));

    [Theory]
    [InlineData("ᠠ\u200Bᠠ")] // zero width space
    [InlineData("ᠠ\u00ADᠠ")] // soft hyphen
    [InlineData("ᠠ\uFEFFᠠ")] // byte order mark
    public void WithoutInvisible_OtherFormatting_GoesFromMongolianToo(string text) => Assert.Equal("ᠠᠠ", VisibleText.WithoutInvisible(text));

    // A younger Unicode may give a letter to a free place; tags, and what is promised never to be a character, are no letters.
    [Theory]
    [InlineData(0x0378, true)]
    [InlineData(0xE1000, true)]
    [InlineData(0xE0000, false)]
    [InlineData(0xE0FFF, false)]
    [InlineData(0xFDD0, false)]
    [InlineData(0xFDEF, false)]
    [InlineData(0xFFFE, false)]
    [InlineData(0xFFFF, false)]
    [InlineData(0x2FFFE, false)]
    [InlineData(0x10FFFF, false)]
    public void WithoutInvisible_UnassignedCharacter_StaysIfItMayBecomeALetter(int character, bool stays)
    {
        var unassigned = char.ConvertFromUtf32(character);

        Assert.Equal(stays ? $"王{unassigned}" : "王", VisibleText.WithoutInvisible($"王{unassigned}"));
    }

    [Theory]
    [InlineData(0x0301)] // acute accent
    [InlineData(0x20DD)] // enclosing circle
    [InlineData(0x0903)] // visarga, which takes room of its own
    public void WithoutInvisible_Mark_StaysOnALetterOnly(int character)
    {
        var mark = char.ConvertFromUtf32(character);

        Assert.Equal($"e{mark}", VisibleText.WithoutInvisible($"e{mark}"));
        Assert.Equal("e", VisibleText.WithoutInvisible($"{mark}e"));
        Assert.Equal("王 林", VisibleText.WithoutInvisible($"王 {mark}林"));
    }

    // They choose another form of the letter before them, which only Mongolian letters have; elsewhere two names would look alike.
    [Theory]
    [InlineData(0x180B)]
    [InlineData(0x180D)]
    [InlineData(0x180F)]
    [InlineData(0xFE00)]
    [InlineData(0xFE0F)]
    [InlineData(0xE0100)]
    [InlineData(0xE01EF)]
    [InlineData(0x034F)]
    [InlineData(0x17B4)]
    [InlineData(0x17B5)]
    public void WithoutInvisible_Selector_StaysBehindAMongolianLetterOnly(int character)
    {
        var selector = char.ConvertFromUtf32(character);

        Assert.Equal($"ᠠ{selector}", VisibleText.WithoutInvisible($"ᠠ{selector}"));
        Assert.Equal("王", VisibleText.WithoutInvisible($"王{selector}"));
    }

    [Theory]
    [InlineData(0x115F)]
    [InlineData(0x1160)]
    [InlineData(0x3164)]
    [InlineData(0xFFA0)]
    [InlineData(0x2800)]
    public void WithoutInvisible_LetterThatLooksBlank_Goes(int character) =>
        Assert.Equal("王林", VisibleText.WithoutInvisible($"王{char.ConvertFromUtf32(character)}林"));

    [Theory]
    [InlineData("！～", "!~")]
    [InlineData("ＡＢｃ１２．５％", "ABc12.5%")]
    [InlineData("｟王｠", "｟王｠")] // no plain form
    [InlineData("5²", "5²")]
    [InlineData("　王林　", "王林")]
    [InlineData(null, "")]
    public void Folded_FullWidth_BecomesPlain(string? text, string expected) => Assert.Equal(expected, VisibleText.Folded(text));

    [Theory]
    [InlineData("张\u3000三", "张 三")]
    [InlineData("张\u00a0 三", "张 三")]
    [InlineData("张\n三", "张\n三")]
    [InlineData(" 张三 ", "张三")]
    [InlineData("\u200b \u3164", null)]
    [InlineData(null, null)]
    public void Name_WhatLooksLikeASpace_IsOne(string? text, string? expected) => Assert.Equal(expected, TypedText.Name(text));

    [Theory]
    [InlineData(" 备注\u200b ", "备注")]
    [InlineData("张\u3000三", "张\u3000三")]
    [InlineData("\u200b", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Clean_NothingToBeSeen_IsNone(string? text, string? expected) => Assert.Equal(expected, TypedText.Clean(text));
}
