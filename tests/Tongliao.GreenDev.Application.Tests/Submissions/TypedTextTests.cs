using Tongliao.GreenDev.Domain.Texts;

namespace Tongliao.GreenDev.Application.Tests.Submissions;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(" \r\n ", null)]
    [InlineData("\0", null)]
    [InlineData("\u200B", null)]
    [InlineData("\uFEFF \u200B\u200C\u200D\u200E\u200F\u2060\u00AD \u180E", null)]
    [InlineData("\U000E0041", null)]
    [InlineData("\u200B 数据\u2060有误\uFEFF", "数据有误")]
    // Mongolian: a vowel apart from its word, and letters that are joined.
    [InlineData("\u182A\u180E\u1820\u200D", "\u182A\u180E\u1820\u200D")]
    // A shaping mark, kept where it shapes, and a joiner where nothing is joined.
    [InlineData("\u182A\u180B", "\u182A\u180B")]
    [InlineData("张\u200D三\u200C", "张三")]
    [InlineData("张\u202E三", "张三")]
    [InlineData("\u3164", null)]
    [InlineData("\u115F\u1160\uFFA0\u2800", null)]
    [InlineData("\U000E0001\U000E0041\U000E007F", null)]
    [InlineData("\uFE0F \U000E0100\u034F", null)]
    [InlineData("\u0301\u20DD", null)]
    [InlineData("e\u0301", "e\u0301")]
    // Rare letters of names, beyond the basic plane and in the private area.
    [InlineData("\U00020BB7田\uE863", "\U00020BB7田\uE863")]
    [InlineData("一\u2028二", "一\n二")]
    [InlineData(" 台账\0核对\u0007\n属实 ", "台账核对\n属实")]
    public void Clean_WhatWasTyped_KeepsTheWords(string? typed, string? kept) => Assert.Equal(kept, TypedText.Clean(typed));

    [Theory]
    [InlineData(" 张\u00a0\u3000三\r\n", "张 三")]
    [InlineData("张\u2028三", "张\n三")]
    [InlineData("\u2800\n\u3164", null)]
    public void Name_WhatWasTyped_HasPlainSpaces(string typed, string? kept) => Assert.Equal(kept, TypedText.Name(typed));

    [Theory]
    [InlineData("ＺＨＡＮＧ．San＿１", "ZHANG.San_1")]
    [InlineData("\ufeffzhang\u200b ", "zhang")]
    [InlineData(null, "")]
    public void Sought_WhatWasTyped_IsFolded(string? typed, string sought) => Assert.Equal(sought, TypedText.Sought(typed));
}
