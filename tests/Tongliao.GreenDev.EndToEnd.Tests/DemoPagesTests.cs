namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>
/// Every kind of page on demo data that <see cref="LookTests"/> does not look at, as each role sees it: no accessibility fault, no complaint of the
/// browser, and it says that the data is a demo.
/// </summary>
public sealed class DemoPagesTests(DemoData data, PortalBrowser browser) : IAsyncLifetime
{
    private readonly PortalProcess portal = new();

    public async ValueTask InitializeAsync() => await data.ServeAsync(portal);

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Pages_OfEveryRole_AreWithoutAxeViolations()
    {
        await AssertPagesAsync("naiman-tb", "/history/150525/2025Q4/10", "/account", "/account/password", "/checks", "/notices");
        await AssertPagesAsync("naiman-sh", "/review/county?period=2025Q4");
        await AssertPagesAsync("lingdao", "/indicators", "/tasks", "/plan/questions", "/plan/commitments", "/departments", "/departments/zhujian");
        await AssertPagesAsync("zhujian", "/admin/calendar", "/timeliness?period=2025Q4", "/checks?period=2025Q3", "/rectifications", "/corrections", "/releases", "/releases/2025Q2/2");
        await AssertPagesAsync("admin", "/admin/users?act=new");
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
