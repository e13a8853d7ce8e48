namespace Tongliao.GreenDev.TestCommon;

/// <summary>Headless Chromium as the system has it; Playwright's own browsers are not downloaded.</summary>
public static class SystemChromium
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync",
    ];
}
