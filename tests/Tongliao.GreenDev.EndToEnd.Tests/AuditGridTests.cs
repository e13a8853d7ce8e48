using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The audit in a browser: filtered, sorted and turned over by the database, and the address always says what is shown.</summary>
public sealed class AuditGridTests(DemoPortal portal, PortalBrowser browser) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task Grid_FilteredSortedAndTurned_SaysSoInTheAddress_AndComesBackByIt()
    {
        await using var auditor = await portal.SignInAsync(browser, "shenji");
        var page = auditor.Page;
        await page.GotoAsync("/audit?size=10");
        var entries = page.Locator("#audit button[data-entry]");
        await Expect(entries).ToHaveCountAsync(10);

        await page.GetByLabel("类型").SelectOptionAsync("period.change");
        await Expect(page).ToHaveURLAsync(new Regex(@"/audit\?kind=period\.change&size=10$"));
        await Expect(page.Locator("#audit .mud-table-body")).Not.ToContainTextAsync("登录");
        await page.Locator("#audit th", new() { HasText = "对象" }).Locator(".sortable-column-header").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("kind=period.change&sort=subject&size=10$"));
        await Expect(page.Locator("#audit .mud-table-body tr").First).ToContainTextAsync("2024年一季度");

        await page.GetByRole(AriaRole.Button, new() { Name = "下一页" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("page=2"));
        await Expect(page.Locator(".mud-table-pagination")).ToContainTextAsync("第 11-");
        await Expect(page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
        var second = await entries.First.GetAttributeAsync("data-entry");

        await page.ReloadAsync();
        await Expect(entries.First).ToHaveAttributeAsync("data-entry", second!);

        await page.GetByLabel("对象").FillAsync("2025年一季度");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("subject=2025"));
        await Expect(page.Locator("#audit .mud-table-body")).Not.ToContainTextAsync("2024年");
        await Expect(entries.First).ToBeVisibleAsync();

        await page.GetByLabel("内容").FillAsync("没有这样的内容");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#audit .empty")).ToContainTextAsync("没有符合条件的记录");

        await page.GetByRole(AriaRole.Button, new() { Name = "清除" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/audit\?sort=subject&size=10$"));
        await Expect(entries).ToHaveCountAsync(10);

        // The menu leads to the list as opened.
        await page.GetByLabel("类型").SelectOptionAsync("sign-in");
        await Expect(page).ToHaveURLAsync(new Regex("kind=sign-in"));
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "审计日志" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/audit$"));
        await Expect(entries).ToHaveCountAsync(20);
        await Expect(page.GetByLabel("类型")).ToHaveValueAsync("");
        auditor.AssertNoComplaints();
    }

    [Fact]
    public async Task Row_Unfolded_ShowsWhatChanged_AndFoldsAgain()
    {
        await using var auditor = await portal.SignInAsync(browser, "shenji");
        await auditor.Page.GotoAsync("/audit?kind=period.change&sort=time");
        var unfold = auditor.Page.Locator("#audit button[data-entry]").First;
        await Expect(unfold).ToHaveAttributeAsync("aria-expanded", "false");

        await unfold.ClickAsync();

        await Expect(unfold).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(auditor.Page.Locator("#audit .changes")).ToContainTextAsync("填报中");
        await Expect(unfold).ToBeFocusedAsync();
        await unfold.ClickAsync();
        await Expect(auditor.Page.Locator("#audit .changes")).ToHaveCountAsync(0);
        auditor.AssertNoComplaints();
    }

    [Fact]
    public async Task Days_TypedOrChosen_Filter_AndAWrongOneIsSaid()
    {
        await using var auditor = await portal.SignInAsync(browser, "shenji");
        var page = auditor.Page;
        await page.GotoAsync("/audit");
        await Expect(page.Locator("#audit button[data-entry]").First).ToBeVisibleAsync();

        await page.Locator("#from").FillAsync("２０２４年1月５日");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page).ToHaveURLAsync(new Regex("from=%EF%BC%92"));
        await page.Locator("#to").FillAsync("2000-01-01");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#audit .empty")).ToBeVisibleAsync();

        await page.Locator("#to").FillAsync("昨天");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#content [role=alert]")).ToContainTextAsync("不是有效的日期");
        await Expect(page.Locator("#to")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#to")).ToHaveValueAsync("昨天");
        await Expect(page.Locator("#audit button[data-entry]").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "打开日历：到" }).ClickAsync();
        await page.Locator(".mud-picker-open .mud-day:not(.mud-hidden)", new() { HasTextRegex = new Regex("^15$") }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("to=20[0-9]{2}-[0-9]{2}-15"));
        await Expect(page.Locator("#content [role=alert]")).ToHaveCountAsync(0);
        auditor.AssertNoComplaints();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(683, 768)]
    [InlineData(390, 844)]
    public async Task Calendar_Open_IsChineseAndAccessible(int width, int height)
    {
        await using var auditor = await portal.SignInAsync(browser, "shenji");
        var page = auditor.Page;
        await page.SetViewportSizeAsync(width, height);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.GotoAsync("/audit?kind=period.change&sort=time");
        await page.Locator("#audit button[data-entry]").First.ClickAsync();
        await Expect(page.Locator("#audit .changes")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "打开日历：从" }).ClickAsync();
        var calendar = page.Locator(".mud-picker-open");
        await Expect(calendar).ToContainTextAsync("月");

        foreach (var look in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await auditor.ShowInAsync(look);
            Assert.Empty((await PortalVisitor.FaultsAsync(page)).Select(fault => $"{look}: {fault}"));
        }

        Assert.DoesNotMatch("[A-Za-z]{3}", await calendar.InnerTextAsync());
        auditor.AssertNoComplaints();
    }
}
