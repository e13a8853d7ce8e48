namespace Tongliao.GreenDev.TestCommon;

/// <summary>
/// Headless Chromium as the system has it; Playwright's own browsers are not downloaded. Best the one without windows: the same
/// engine, but a sign-in costs a third of the processor time.
/// </summary>
public static class SystemChromium
{
    private const string WithoutWindows = "/usr/bin/chromium-headless-shell";

    public static string Path { get; } =
        Environment.GetEnvironmentVariable("CHROMIUM") ?? (File.Exists(WithoutWindows) ? WithoutWindows : "/usr/bin/chromium");

    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync",
    ];
}
