namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>我的账号 in a browser: a token made until a day and revoked again, the one-time code's dialogs.</summary>
public sealed class AccountTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task Token_MadeUntilADayOfTheCalendar_IsToldOnce_AndRevokedAfterAConfirmation()
    {
        await using var leader = await portal.SignInAsync(browser, "lingdao");
        var screen = await ActScreen.OpenAsync(leader.Page, "/account");
        var page = leader.Page;
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "新建令牌" });
        await opener.ClickAsync();
        await Expect(screen.Field("用途")).ToBeFocusedAsync();
        var proposed = await screen.Field("有效期至").InputValueAsync();
        await screen.Field("用途").FillAsync("月报脚本");
        await screen.Field("有效期至").FillAsync("明年");
        await screen.SendAsync();
        await Expect(screen.Dialog.Locator("#act-days-fault")).ToContainTextAsync("不是有效的日期");
        await Expect(screen.Field("用途")).ToHaveValueAsync("月报脚本");
        await Expect(screen.Field("有效期至")).ToBeFocusedAsync();
        await screen.Field("有效期至").FillAsync(proposed);
        await screen.Field("用途").FocusAsync();
        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "打开日历：有效期至" }).ClickAsync();
        await Expect(screen.Popover).ToBeVisibleAsync();
        await screen.Popover.GetByRole(AriaRole.Button, new() { Name = "15", Exact = true }).ClickAsync();
        await Expect(screen.Field("有效期至")).ToHaveValueAsync($"{proposed[..8]}15");
        await Expect(screen.Popover).ToHaveCountAsync(0);
        await screen.SendTwiceAsync();

        await Expect(screen.Dialog.Locator("[data-secret]")).ToContainTextAsync("gdt_");
        await screen.AssertAccessibleAsync();
        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await Expect(screen.Done).ToHaveTextAsync("令牌“月报脚本”已新建。");
        await Expect(opener).ToBeFocusedAsync();
        await Expect(page.Locator("#tokens tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销令牌 月报脚本" }).ClickAsync();
        await Expect(screen.Dialog).ToContainTextAsync("不能恢复");
        await screen.SendAsync();
        await Expect(screen.Done).ToHaveTextAsync("令牌“月报脚本”已撤销。");
        leader.AssertNoComplaints();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Dialogs_Open_AreAccessible_AndAWrongCodeKeepsTheKey(int width, int height)
    {
        await using var leader = await portal.SignInAsync(browser, "lingdao");
        await leader.Page.SetViewportSizeAsync(width, height);
        var screen = await ActScreen.OpenAsync(leader.Page, "/account");
        await screen.AssertAccessibleAsync();
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "开始绑定" }).ClickAsync();
        await Expect(screen.Field("动态口令")).ToBeFocusedAsync();
        var key = await screen.Dialog.Locator("[data-key]").InnerTextAsync();
        await screen.Field("动态口令").FillAsync("1");
        await screen.Field("动态口令").PressAsync("Enter");
        await Expect(screen.Dialog.Locator("#act-code-fault")).ToContainTextAsync("动态口令不正确");
        await Expect(screen.Dialog.Locator("[data-key]")).ToHaveTextAsync(key);
        await screen.AssertAccessibleAsync();
        await screen.Field("动态口令").PressAsync("Escape");
        await Expect(screen.Dialog).ToHaveCountAsync(0);
        leader.AssertNoComplaints();
    }
}
