namespace Tongliao.GreenDev.Web.Authentication;

/// <summary>Says in a few words from where somebody signed in, so that they know their own browser again.</summary>
public static class DeviceWords
{
    // The more particular first: each names those after it besides itself.
    private static readonly (string Mark, string Word)[] Browsers =
    [
        ("MicroMessenger", "微信"), ("DingTalk", "钉钉"), ("QQBrowser", "QQ浏览器"), ("360SE", "360浏览器"), ("360EE", "360浏览器"),
        ("HuaweiBrowser", "华为浏览器"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Word)[] Systems =
    [
        ("OpenHarmony", "鸿蒙"), ("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Macintosh", "macOS"), ("UOS", "统信UOS"), ("Kylin", "麒麟"), ("Linux", "Linux"),
    ];

    /// <summary>For example Windows 上的 Edge.</summary>
    /// <param name="userAgent">What the browser says of itself; null or nonsense for one that says nothing.</param>
    public static string Of(string? userAgent) => (Find(Systems, userAgent), Find(Browsers, userAgent)) switch
    {
        ({ } system, { } browser) => $"{system} 上的 {browser}",
        ({ } system, null) => $"{system} 上的浏览器",
        (null, { } browser) => browser,
        _ => "未知浏览器",
    };

    private static string? Find((string Mark, string Word)[] known, string? userAgent) =>
        known.FirstOrDefault(entry => userAgent?.Contains(entry.Mark, StringComparison.OrdinalIgnoreCase) == true).Word;
}
