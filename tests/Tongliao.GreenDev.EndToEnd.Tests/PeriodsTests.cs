namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>填报期 in a browser, by keyboard and by mouse.</summary>
public sealed class PeriodsTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Quarter = "2025年四季度";
    private const string Due = "截止日期（当天仍算按时）";

    [Fact]
    public async Task Due_MovedByKeyboardAndCalendar_RefusalKeepsWhatWasTyped_SuccessIsSaidAndFocusComesBack()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var screen = await ActScreen.OpenAsync(bureau.Page, "/admin/periods");
        var page = bureau.Page;
        var opener = page.GetByRole(AriaRole.Button, new() { Name = $"办理：{Quarter}" });

        await opener.PressAsync("Enter");
        var item = page.GetByRole(AriaRole.Menuitem, new() { Name = "调整截止日期" });
        await Expect(item).ToBeFocusedAsync();
        await item.PressAsync("Enter");
        await Expect(screen.Dialog.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync($"调整截止日期：{Quarter}");
        await Expect(screen.Field(Due)).ToBeFocusedAsync();

        await screen.Field(Due).FillAsync("下周一");
        await screen.Field("改动原因").FillAsync("台账尚未核完");
        await screen.Field("改动原因").PressAsync("Enter");
        await Expect(screen.Dialog.Locator("#act-due-fault")).ToContainTextAsync("不是有效的日期");
        await Expect(screen.Field(Due)).ToBeFocusedAsync();
        await Expect(screen.Field(Due)).ToHaveValueAsync("下周一");
        await Expect(screen.Field("改动原因")).ToHaveValueAsync("台账尚未核完");

        await screen.Field(Due).FillAsync("2027/1/5");
        await screen.Field("改动原因").FocusAsync();
        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = $"打开日历：{Due}" }).ClickAsync();
        await Expect(screen.Popover).ToContainTextAsync("2027年1月");
        await screen.Popover.GetByRole(AriaRole.Button, new() { Name = "20", Exact = true }).ClickAsync();
        await Expect(screen.Field(Due)).ToHaveValueAsync("2027-01-20");
        await Expect(screen.Popover).ToHaveCountAsync(0);
        await screen.SendTwiceAsync();

        await Expect(screen.Done).ToHaveTextAsync($"{Quarter}正在填报，截止日期为2027-01-20。");
        await Expect(screen.Dialog).ToHaveCountAsync(0);
        await Expect(opener).ToBeFocusedAsync();
        await Expect(page.Locator("tr[data-state='Open']")).ToContainTextAsync("2027-01-20");
        await screen.ChooseAsync(Quarter, "办理记录");
        await Expect(screen.Dialog.Locator("#history li").Filter(new() { HasText = "台账尚未核完" })).ToHaveCountAsync(1);
        bureau.AssertNoComplaints();
    }

    [Fact]
    public async Task Calendar_ByKeyboard_OpensTurnsAndCloses_TheDialogStays()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var screen = await ActScreen.OpenAsync(bureau.Page, "/admin/periods");
        await screen.ChooseAsync(Quarter, "调整截止日期");
        var field = screen.Field(Due);
        await Expect(field).ToBeFocusedAsync();
        var before = await field.InputValueAsync();

        await field.PressAsync("Enter");
        await Expect(screen.Popover).ToBeVisibleAsync();

        // Drawn to its end: before that the key is the dialog's.
        await Expect(screen.Popover.Locator(".mud-selected")).ToBeVisibleAsync();
        await field.PressAsync("Escape");
        await Expect(screen.Popover).ToHaveCountAsync(0);
        await Expect(field).ToHaveValueAsync(before);
        await field.PressAsync("Enter");
        await Expect(screen.Popover).ToBeVisibleAsync();
        await field.PressAsync("ArrowRight");
        await Expect(screen.Popover.Locator(".mud-selected")).ToHaveTextAsync("1");
        await field.PressAsync("ArrowRight");
        await Expect(screen.Popover.Locator(".mud-selected")).ToHaveTextAsync("2");
        await field.PressAsync("Enter");
        await Expect(screen.Popover).ToHaveCountAsync(0);

        await Expect(field).ToHaveValueAsync($"{before[..8]}02");
        await field.PressAsync("Escape");
        await Expect(screen.Dialog).ToHaveCountAsync(0);
        await Expect(screen.Done).ToHaveCountAsync(0);
        bureau.AssertNoComplaints();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task MenuDialogAndCalendar_Open_AreAccessible(int width, int height)
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        await bureau.Page.SetViewportSizeAsync(width, height);
        var screen = await ActScreen.OpenAsync(bureau.Page, "/admin/periods");
        await bureau.Page.GetByRole(AriaRole.Button, new() { Name = $"办理：{Quarter}" }).ClickAsync();
        await Expect(screen.Popover).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();

        await bureau.Page.GetByRole(AriaRole.Menuitem, new() { Name = "调整截止日期" }).ClickAsync();
        await screen.ExpectOpenAsync();
        await Expect(screen.Dialog).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();
        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = $"打开日历：{Due}" }).ClickAsync();
        await Expect(screen.Popover).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();
        await bureau.Page.Keyboard.PressAsync("Escape");
        await Expect(screen.Popover).ToHaveCountAsync(0);
        await screen.Field(Due).FillAsync("明天");
        await screen.SendAsync();
        await Expect(screen.Dialog.Locator("#act-due-fault")).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();

        await screen.Dialog.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await Expect(screen.Dialog).ToHaveCountAsync(0);
        await screen.ChooseAsync("2025年三季度", "锁定");
        await screen.AssertAccessibleAsync();
        bureau.AssertNoComplaints();
    }
}
