using Tongliao.GreenDev.Domain.Notices;

namespace Tongliao.GreenDev.Domain.Tests.Notices;

/// <summary>One mailbox, without a name, and nothing that could end a line of a mail's head.</summary>
public sealed class MailAddressTests
{
    [Theory]
    [InlineData("zhangsan@example.gov.cn", "zhangsan@example.gov.cn")]
    [InlineData(" Zhang.San+tz@mail-1.example.gov.cn ", "Zhang.San+tz@mail-1.example.gov.cn")]
    [InlineData("ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｏｍ", "zhang@example.com")]
    [InlineData("12345678@qq.com", "12345678@qq.com")]
    public void Read_AnAddress_IsKeptPlain(string typed, string address) => Assert.Equal(address, MailAddress.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zhangsan")]
    [InlineData("a@b")]
    [InlineData("@example.com")]
    [InlineData("a@example.com, b@example.com")]
    [InlineData("a@example.com;b@example.com")]
    [InlineData("张三 <a@example.com>")]
    [InlineData("a@example.com\r\nBcc: b@example.com")]
    [InlineData("a b@example.com")]
    [InlineData("\"a\"@example.com")]
    [InlineData(".a@example.com")]
    [InlineData("a..b@example.com")]
    [InlineData("a@-example.com")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@127.0.0.1")]
    public void Read_AnythingElse_IsNone(string? typed) => Assert.Null(MailAddress.Read(typed));

    [Fact]
    public void Read_LongerThanAnyMailbox_IsNone() => Assert.Null(MailAddress.Read(new string('a', 250) + "@b.cn"));

    [Theory]
    [InlineData("zhangsan@example.gov.cn", "z***n@example.gov.cn")]
    [InlineData("abc@example.com", "a***@example.com")]
    [InlineData("a@example.com", "a***@example.com")]
    [InlineData("", "")]
    public void Masked_TellsItFromOthers_AndNoMore(string address, string masked) => Assert.Equal(masked, MailAddress.Masked(address));
}
