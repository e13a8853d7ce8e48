using Deque.AxeCore.Commons;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>One person at the portal. Whatever the browser complains of, such as a violated content policy, fails the test.</summary>
public sealed class PortalVisitor : IAsyncDisposable
{
    /// <summary>Chosen at the forced change of the first password.</summary>
    private const string OwnPassword = "Lantian-4-Caoyuan!";

    /// <summary>The rules of axe that ask for a colour.</summary>
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];

    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private PortalVisitor(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    internal static async Task<PortalVisitor> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var visitor = new PortalVisitor(context, page);
        visitor.Listen(page);
        return visitor;
    }

    /// <summary>Another tab of the same window: it shares cookies and session.</summary>
    public async Task<IPage> OpenTabAsync()
    {
        var page = await context.NewPageAsync();
        Listen(page);
        return page;
    }

    /// <summary>The cookies as a request header has them.</summary>
    public async Task<string> CookieHeaderAsync() =>
        string.Join("; ", (await context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));

    public async Task SignInAsync(string loginName, string password)
    {
        await Page.GotoAsync("/sign-in");
        await GivePasswordAsync(loginName, password);
    }

    /// <summary>Fills in the sign-in page that is shown.</summary>
    public async Task GivePasswordAsync(string loginName, string password)
    {
        await Page.Locator("input[name='Form.LoginName']").FillAsync(loginName);
        await Page.Locator("input[name='Form.Password']").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    /// <summary>Signs in with a one-time password, is made to change it, and signs in again.</summary>
    public async Task SignInFirstTimeAsync(string loginName, string oneTimePassword)
    {
        await SignInAsync(loginName, oneTimePassword);
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/password"));
        await Page.Locator("input[name='Form.Current']").FillAsync(oneTimePassword);
        await Page.Locator("input[name='Form.Replacement']").FillAsync(OwnPassword);
        await Page.Locator("input[name='Form.Again']").FillAsync(OwnPassword);
        await Page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        await SignInAsync(loginName, OwnPassword);
    }

    /// <summary>Looks at the page in light or in dark, when its colours have come to rest.</summary>
    public async Task ShowInAsync(ColorScheme look)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = look, ReducedMotion = ReducedMotion.Reduce });
        await Page.EvaluateAsync("""
            async () => {
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              await Promise.allSettled(document.getAnimations().map(motion => motion.finished));
            }
            """);
    }

    /// <summary>
    /// What axe finds on the page as it stands. A fault counts when it is still there a moment later: a browser that has much to do may
    /// be drawing one look while the other is measured.
    /// </summary>
    public static Task<IReadOnlyList<string>> FaultsAsync(IPage page) => FaultsAsync(page, onlyOfColour: false);

    /// <summary>The same of what a look alone can change, on a page whose other look has been searched for all.</summary>
    public static Task<IReadOnlyList<string>> ColourFaultsAsync(IPage page) => FaultsAsync(page, onlyOfColour: true);

    /// <summary>Errors that the browser's console showed.</summary>
    public void AssertNoComplaints() => Assert.Empty(complaints);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page, bool onlyOfColour)
    {
        if ((await ViolationsAsync(page, onlyOfColour)).Length == 0)
        {
            return [];
        }

        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 1000)))");
        return await ViolationsAsync(page, onlyOfColour);
    }

    // Without frames axe needs no page of its own to put its findings together, and what passed need not travel.
    private static async Task<string[]> ViolationsAsync(IPage page, bool onlyOfColour)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(AxeScript);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async rules => (await axe.run(document, { iframes: false, resultTypes: ['violations'], ...(rules && { runOnly: rules }) })).violations
              .map(fault => `${fault.id} at ${fault.nodes[0].html}`)
            """,
            onlyOfColour ? ColourRules : null);
    }

    private void Listen(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }
}
