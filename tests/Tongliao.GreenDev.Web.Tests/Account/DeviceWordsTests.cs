using Tongliao.GreenDev.Web.Authentication;

namespace Tongliao.GreenDev.Web.Tests.Account;

public sealed class DeviceWordsTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Windows 上的 Edge")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "Windows 上的 Chrome")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Linux 上的 Firefox")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; UOS 20) AppleWebKit/537.36 Chrome/120 Safari/537.36", "统信UOS 上的 Chrome")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1", "iPhone 上的 Safari")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0", "Android 上的 微信")]
    [InlineData("curl/8.5.0", "未知浏览器")]
    [InlineData("", "未知浏览器")]
    [InlineData(null, "未知浏览器")]
    public void Of_UserAgent_BrowserAndSystem(string? userAgent, string words) => Assert.Equal(words, DeviceWords.Of(userAgent));
}
