using Deque.AxeCore.Playwright;

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
        await AssertPagesAsync("naiman-tb", "/", "/entry", "/history/150525/2025Q4/10");
        await AssertPagesAsync("naiman-sh", "/review/county?period=2025Q4");
        await AssertPagesAsync("lingdao", "/", "/dashboard?period=2025Q3&cell=15-150502", "/indicators", "/indicators/8", "/tasks", "/tasks/7", "/plan", "/departments", "/departments/zhujian");
        await AssertPagesAsync("zhujian", "/review?period=2025Q3", "/review/150521?period=2025Q3", "/admin/periods", "/admin/baselines", "/admin/targets");
        await AssertPagesAsync("admin", "/admin/users");
        await AssertPagesAsync("shenji", "/audit");
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
            await Expect(visitor.Page.Locator(".demo")).ToContainTextAsync("演示数据");
            var violations = (await visitor.Page.RunAxe()).Violations;
            Assert.True(violations.Length == 0, $"{address}: {string.Join("; ", violations.Select(v => $"{v.Id} at {v.Nodes[0].Html}"))}");
        }

        visitor.AssertNoComplaints();
    }
}
