namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>One browser for all tests.</summary>
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
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = SystemChromium.Path, Args = SystemChromium.Arguments });
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

            // The proxy of a test has a certificate of its own making.
            IgnoreHTTPSErrors = true,
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
