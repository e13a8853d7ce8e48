namespace Tongliao.GreenDev.Application.Tests.Submissions;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(" \r\n ", null)]
    [InlineData("\0", null)]
    [InlineData(" 台账\0核对\u0007\n属实 ", "台账核对\n属实")]
    public void Clean_WhatWasTyped_KeepsTheWords(string? typed, string? kept) => Assert.Equal(kept, TypedText.Clean(typed));
}
