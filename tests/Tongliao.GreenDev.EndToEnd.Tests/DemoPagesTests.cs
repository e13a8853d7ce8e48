namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Every kind of page on demo data, as each role sees it: no accessibility fault, no complaint of the browser, and it says that the data is a demo.</summary>
public sealed class DemoPagesTests(PortalBrowser browser) : IAsyncLifetime
{
    private readonly PortalProcess portal = new();

    public async ValueTask InitializeAsync()
    {
        await portal.RunAsync("seed-demo");
        await portal.ServeAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Pages_OfEveryRole_AreWithoutAxeViolations()
    {
        await AssertPagesAsync("naiman-tb", "/", "/entry", "/history/150525/2025Q4/10", "/account", "/account/password", "/checks", "/notices");
        await AssertPagesAsync("naiman-sh", "/review/county?period=2025Q4");
        await AssertPagesAsync("lingdao", "/", "/dashboard?period=2025Q3&cell=15-150502", "/indicators", "/indicators/8", "/tasks", "/tasks/7", "/plan", "/plan/questions", "/plan/commitments", "/search?q=%E6%B1%A1%E6%B0%B4", "/departments", "/departments/zhujian");
        await AssertPagesAsync("zhujian", "/review?period=2025Q3", "/review/150521?period=2025Q3", "/admin", "/admin/periods", "/admin/calendar", "/timeliness?period=2025Q4", "/admin/baselines", "/admin/targets", "/checks?period=2025Q3", "/admin/county-review", "/corrections", "/releases", "/releases/2025Q2/2");
        await AssertPagesAsync("admin", "/", "/admin/users", "/admin/users?act=new");
        await AssertPagesAsync("shenji", "/", "/audit");
    }

    private async Task AssertPagesAsync(string loginName, params string[] addresses)
    {
        await using var visitor = await browser.VisitorAsync(portal.Address);
        await visitor.SignInAsync(loginName, Application.Demo.DemoUsers.Password);
        foreach (var address in addresses)
        {
            var response = await visitor.Page.GotoAsync(address);
            Assert.True(response!.Ok, $"{address} answered {response.Status} to {loginName}.");
            await Expect(visitor.Page.Locator("h1")).ToHaveCountAsync(1);
            await Expect(visitor.Page.Locator(".demo").First).ToContainTextAsync("演示数据");
            await Expect(visitor.Page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);

            // The second is half the first, as a page is that somebody has enlarged to 200 %.
            foreach (var width in new[] { 1366, 683 })
            {
                await visitor.Page.SetViewportSizeAsync(width, 768);
                await visitor.ShowInAsync(ColorScheme.Light);
                var faults = await PortalVisitor.FaultsAsync(visitor.Page);
                Assert.True(faults.Count == 0, $"{address} {width}: {string.Join("; ", faults)}");
                var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{address} {width}: {wide} wide");
            }

            await visitor.Page.SetViewportSizeAsync(1366, 768);
        }

        visitor.AssertNoComplaints();
    }
}
