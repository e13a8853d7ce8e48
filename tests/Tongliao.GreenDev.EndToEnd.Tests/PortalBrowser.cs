namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Headless Chromium as the system has it; Playwright's own browsers are not downloaded.</summary>
public sealed class PortalBrowser : IAsyncLifetime
{
    /// <summary>Long enough for a busy machine, and for a page that comes back by itself; nothing waits longer than it has to.</summary>
    public const float ExpectMilliseconds = 30_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        SetDefaultExpectTimeout(ExpectMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A person's own browser window: cookies of its own.</summary>
    public async Task<PortalVisitor> VisitorAsync(string address, int width = 1366, int height = 768)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "en-US",
            AcceptDownloads = true,
        });
        return await PortalVisitor.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
