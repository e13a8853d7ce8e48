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
    [InlineData(" 台账\0核对\u0007\n属实 ", "台账核对\n属实")]
    public void Clean_WhatWasTyped_KeepsTheWords(string? typed, string? kept) => Assert.Equal(kept, TypedText.Clean(typed));
}
