namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>
/// Every kind of page as each role sees it, in light and dark, wide, enlarged and on a phone: it says that the data is a demo, has no
/// accessibility fault, nothing wider than the screen, and the browser has no complaint.
/// </summary>
public sealed class LookTests(DemoPortal portal, PortalBrowser browser) : IClassFixture<DemoPortal>
{
    [Theory]
    [InlineData("naiman-tb", "/", "/entry", "/history/150525/2025Q4/10", "/account", "/account/password", "/checks", "/notices", "/baselines", "/rectifications", "/whatif?t=input.150525.2025Q4.3~30_100")]
    [InlineData("naiman-sh", "/", "/review/county?period=2025Q4")]
    [InlineData("lingdao", "/", "/dashboard?period=2025Q3&cell=15-150502", "/explain/150500/2025Q3/2", "/explain/150525/2025Q3/8", "/indicators", "/indicators/8", "/tasks", "/tasks/7", "/search?q=%E6%B1%A1%E6%B0%B4")]
    [InlineData("lingdao", "/plan", "/plan/questions", "/plan/commitments", "/departments", "/departments/zhujian", "/releases", "/releases/2025Q2/2", "/rules", "/verify")]
    [InlineData("zhujian", "/", "/review?period=2025Q3", "/review/150502?period=2025Q4", "/timeliness?period=2025Q4", "/checks?period=2025Q3", "/rules", "/whatif?t=reading.Q6~uncorrected&from=2025-07-01", "/corrections", "/rectifications", "/progress", "/plan/commitments")]
    [InlineData("zhujian", "/admin", "/admin/periods", "/admin/targets", "/admin/reference-sheet?of=all", "/admin/baselines", "/baselines", "/admin/county-review", "/admin/calendar", "/admin/messages", "/bulletins", "/bulletins/2025Q3")]
    [InlineData("shengtai", "/", "/progress", "/departments/shengtai")]
    [InlineData("admin", "/", "/admin", "/admin/users", "/admin/users?act=new", "/admin/messages", "/account")]
    [InlineData("shenji", "/", "/admin", "/audit")]
    public async Task Pages_InEveryLook_AreAccessible(string loginName, params string[] addresses)
    {
        await using var visitor = await portal.SignInAsync(browser, loginName);
        var faults = await EveryLook.FaultsAsync(visitor, addresses);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        visitor.AssertNoComplaints();
    }

    [Fact]
    public async Task SignIn_InEveryLook_IsAccessible()
    {
        await using var visitor = await browser.VisitorAsync(portal.Process.Address);
        await visitor.Page.GotoAsync("/sign-in");
        foreach (var (width, height) in new[] { (1366, 768), (683, 384), (390, 844) })
        {
            await visitor.Page.SetViewportSizeAsync(width, height);
            foreach (var look in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visitor.ShowInAsync(look);
                Assert.Empty(await PortalVisitor.FaultsAsync(visitor.Page));
            }

            Assert.Equal(width, await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        visitor.AssertNoComplaints();
    }

    [Fact]
    public async Task Faults_PutIntoAPage_AreFound()
    {
        await using var visitor = await browser.VisitorAsync(portal.Process.Address);
        await visitor.Page.GotoAsync("/sign-in");

        await visitor.Page.EvaluateAsync("""
            () => {
              const [picture, pale] = [document.createElement('img'), document.createElement('p')];
              pale.textContent = '看不清';
              pale.style.color = '#ccc';
              document.querySelector('main').append(picture, pale);
            }
            """);

        Assert.Equal(["color-contrast", "image-alt"], Rules(await PortalVisitor.FaultsAsync(visitor.Page)));
        Assert.Equal(["color-contrast"], Rules(await PortalVisitor.ColourFaultsAsync(visitor.Page)));

        static IEnumerable<string> Rules(IEnumerable<string> faults) => faults.Select(fault => fault[..fault.IndexOf(' ')]).Order();
    }

    [Fact]
    public async Task Look_ThatAPersonChose_StandsOnTheNextPageFromItsFirstByte()
    {
        await using var visitor = await portal.SignInAsync(browser, "lingdao");
        var page = visitor.Page;
        var light = await BackgroundAsync(page);

        await page.Locator(".person summary").ClickAsync();
        Assert.Empty(await PortalVisitor.FaultsAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "深色" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "深色" })).ToHaveAttributeAsync("aria-pressed", "true");
        var dark = await BackgroundAsync(page);
        var next = await page.GotoAsync("/tasks");

        Assert.NotEqual(light, dark);
        Assert.Contains("data-theme=\"dark\"", await next!.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(dark, await BackgroundAsync(page));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.NotEqual(dark, await BackgroundAsync(page));
        visitor.AssertNoComplaints();
    }

    [Fact]
    public async Task Menu_FoldedToIcons_StaysFolded_AndIsNamedStill()
    {
        await using var visitor = await portal.SignInAsync(browser, "lingdao");
        var page = visitor.Page;
        var entry = page.GetByRole(AriaRole.Link, new() { Name = "红黄绿看板" });
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "菜单", Exact = true });

        await toggle.ClickAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-expanded", "false");
        await entry.First.ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("红黄绿看板");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-menu", "icons");
        Assert.InRange((await page.Locator("#menu").BoundingBoxAsync())!.Width, 40, 80);
        Assert.Empty(await PortalVisitor.FaultsAsync(page));
        visitor.AssertNoComplaints();
    }

    [Fact]
    public async Task Menu_OnAPhone_OpensAsASheet_AndClosesByEscapeAndByLeaving()
    {
        await using var visitor = await browser.VisitorAsync(portal.Process.Address, 390, 844);
        await visitor.SignInAsync("lingdao", Application.Demo.DemoUsers.Password);
        var page = visitor.Page;
        var toggle = page.GetByRole(AriaRole.Button, new() { Name = "菜单", Exact = true });
        await Expect(page.Locator("#menu")).ToBeHiddenAsync();

        await toggle.ClickAsync();
        await Expect(page.Locator("#menu")).ToBeVisibleAsync();
        Assert.Empty(await PortalVisitor.FaultsAsync(page));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#menu")).ToBeHiddenAsync();
        await Expect(toggle).ToBeFocusedAsync();
        await toggle.ClickAsync();
        await page.Locator("#menu a[href='/tasks']").ClickAsync();

        await Expect(page.Locator("h1")).ToContainTextAsync("重点任务");
        await Expect(page.Locator("#menu")).ToBeHiddenAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-expanded", "false");
        visitor.AssertNoComplaints();
    }

    [Fact]
    public async Task Matrix_AtAnOfficeScreen_NeedsNoScrollingSideways()
    {
        await using var visitor = await portal.SignInAsync(browser, "lingdao");
        await visitor.Page.GotoAsync("/dashboard?period=2025Q3");

        Assert.True(await visitor.Page.EvaluateAsync<bool>("(() => { const card = document.getElementById('matrix').closest('.card'); return card.scrollWidth <= card.clientWidth; })()"));
        Assert.Equal("normal", await visitor.Page.EvaluateAsync<string>("getComputedStyle(document.getElementById('matrix')).letterSpacing"));
    }

    private static Task<string> BackgroundAsync(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.card')).backgroundColor");
}
