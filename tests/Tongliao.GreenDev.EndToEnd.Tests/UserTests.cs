using System.Text.RegularExpressions;
using Tongliao.GreenDev.Domain.Organisation;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Accounts in a browser: made once however often it is pressed, the password told once, graver acts confirmed first.</summary>
public sealed class UserTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task NewUser_PressedTwice_IsMadeOnce_PasswordIsToldUntilClosed_AndWorks()
    {
        await using var admin = await portal.SignInAsync(browser, "admin");
        var screen = await ActScreen.OpenAsync(admin.Page, "/admin/users");
        var page = admin.Page;
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "新建用户" });
        await opener.ClickAsync();
        await Expect(screen.Field("登录名")).ToBeFocusedAsync();
        await screen.Field("登录名").FillAsync("li.si");
        await screen.Field("姓名").FillAsync("李四");
        await screen.Field("角色").SelectOptionAsync(new SelectOptionValue { Label = UserRole.Clerk.Word() });
        await screen.SendAsync();
        await Expect(screen.Dialog.Locator("#act-region-fault")).ToHaveTextAsync("填报员须选择所属旗县市区。");
        await Expect(screen.Field("所属旗县市区")).ToBeFocusedAsync();
        await Expect(screen.Field("姓名")).ToHaveValueAsync("李四");
        await screen.Field("所属旗县市区").FillAsync("奈曼");
        await Expect(screen.Popover.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(screen.Field("所属旗县市区")).ToHaveValueAsync("奈曼旗");
        await screen.SendTwiceAsync();

        var shown = screen.Dialog.Locator("[data-secret]");
        await Expect(shown).ToBeVisibleAsync();
        var password = await shown.InnerTextAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(shown).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();
        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await Expect(screen.Done).ToHaveTextAsync("账号 li.si 已建立。");
        await Expect(opener).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
        Assert.DoesNotContain(password, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(password, page.Url, StringComparison.Ordinal);
        admin.AssertNoComplaints();

        await using var person = await browser.VisitorAsync(portal.Process.Address);
        await person.SignInFirstTimeAsync("li.si", password);
        person.AssertNoComplaints();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Account_DisabledAndEnabledAgain_EachConfirmed_AndAccessible(int width, int height)
    {
        await using var admin = await portal.SignInAsync(browser, "admin");
        await admin.Page.SetViewportSizeAsync(width, height);
        await ActScreen.OpenAsync(admin.Page, "/admin/users?q=kulun-tb");
        await admin.Page.Locator("[data-user-name='kulun-tb']").ClickAsync();
        await Expect(admin.Page).ToHaveURLAsync(new Regex("/admin/users/[0-9a-f-]{36}$"));
        var screen = await ActScreen.OpenAsync(admin.Page, admin.Page.Url);
        await screen.AssertAccessibleAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "调整角色和单位" }).ClickAsync();
        await screen.ExpectOpenAsync();
        await Expect(screen.Field("所属旗县市区")).ToHaveValueAsync("库伦旗");
        await screen.Field("所属旗县市区").ClickAsync();
        await Expect(screen.Popover).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();
        await admin.Page.Keyboard.PressAsync("Escape");
        await Expect(screen.Popover).ToHaveCountAsync(0);
        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await Expect(screen.Dialog).ToHaveCountAsync(0);

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "停用账号" }).ClickAsync();
        await Expect(screen.Dialog).ToContainTextAsync("接口令牌全部撤销");
        await screen.AssertAccessibleAsync();
        await screen.SendAsync();
        await Expect(screen.Done).ToHaveTextAsync("账号已停用，其所有登录已结束。");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "启用账号" }).ClickAsync();
        await screen.SendAsync();
        await Expect(screen.Done).ToHaveTextAsync("账号已启用。");
        admin.AssertNoComplaints();
    }
}
