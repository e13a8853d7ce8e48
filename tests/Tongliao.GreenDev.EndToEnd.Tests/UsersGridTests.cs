using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The list of users in a browser: sorted, turned over and filtered on the server, and the address always says what is shown.</summary>
public sealed class UsersGridTests(DemoPortal portal, PortalBrowser browser) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task Grid_SortedTurnedAndFiltered_SaysSoInTheAddress_AndComesBackByIt()
    {
        await using var admin = await portal.SignInAsync(browser, "admin");
        var page = admin.Page;
        await page.GotoAsync("/admin/users?size=10");
        var names = page.Locator("#users td a[data-user-name]");
        await Expect(names).ToHaveCountAsync(10);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        await page.Locator("#users th", new() { HasText = "登录名" }).Locator(".sortable-column-header").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"sort=login&size=10$"));
        await Expect(names.First).ToHaveAttributeAsync("data-user-name", "admin");

        await page.GetByRole(AriaRole.Button, new() { Name = "下一页" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("page=2"));
        await Expect(page.Locator(".mud-table-pagination")).ToContainTextAsync("第 11-20 条");
        await Expect(page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
        var second = await names.First.GetAttributeAsync("data-user-name");

        await page.ReloadAsync();
        await Expect(names.First).ToHaveAttributeAsync("data-user-name", second!);
        await Expect(page.Locator(".mud-table-pagination")).ToContainTextAsync("第 11-20 条");

        await page.GetByLabel("角色").SelectOptionAsync("clerk");
        await Expect(page).ToHaveURLAsync(new Regex("role=clerk&sort=login&size=10$"));
        await Expect(names).ToHaveCountAsync(9);

        await page.GetByLabel("姓名或登录名").FillAsync("NAIMAN");
        await page.Keyboard.PressAsync("Enter");
        await Expect(names).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(new Regex(@"q=NAIMAN&role=clerk"));

        await page.GetByLabel("姓名或登录名").FillAsync("没有这个人");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#users .empty")).ToContainTextAsync("没有符合条件的账号");

        await page.GetByRole(AriaRole.Button, new() { Name = "清除" }).ClickAsync();
        await Expect(names).ToHaveCountAsync(10);
        await Expect(page).ToHaveURLAsync(new Regex(@"/admin/users\?sort=login&size=10$"));
        admin.AssertNoComplaints();
    }

    [Fact]
    public async Task PagesPerScreen_Open_AreChineseAndAccessible()
    {
        await using var admin = await portal.SignInAsync(browser, "admin");
        await admin.Page.GotoAsync("/admin/users");
        await Expect(admin.Page.Locator("#users td a[data-user-name]")).ToHaveCountAsync(20);

        await admin.Page.Locator(".mud-table-pagination-select").ClickAsync();
        await Expect(admin.Page.Locator(".mud-popover-open")).ToContainTextAsync("50");

        Assert.Empty(await PortalVisitor.FaultsAsync(admin.Page));
        await Expect(admin.Page.Locator("#users")).Not.ToContainTextAsync(new Regex("Rows|page|of", RegexOptions.None));
        admin.AssertNoComplaints();
    }
}
