using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>分解指标 and 基数 in a browser: an indicator found by typing, a value set in a dialog.</summary>
public sealed class TargetsTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task Target_OfAnIndicatorFoundByTyping_IsSetOnce_RefusalKeepsWhatWasTyped()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var screen = await ActScreen.OpenAsync(bureau.Page, "/admin/targets");
        var page = bureau.Page;
        await page.GetByLabel("指标", new() { Exact = true }).FillAsync("绿色建材");
        await Expect(screen.Popover.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"/admin/targets\?indicator=20&year=2025$"));
        await Expect(page.Locator("#targets-caption")).ToContainTextAsync("绿色建材");

        await page.GetByRole(AriaRole.Button, new() { Name = "调整：奈曼旗" }).ClickAsync();
        await Expect(screen.Field("目标值（万平方米）")).ToBeFocusedAsync();
        await screen.Field("目标值（万平方米）").FillAsync("12.5");
        await screen.SendAsync();
        await Expect(screen.Field("依据文件或文号")).ToBeFocusedAsync();
        await Expect(screen.Dialog.Locator("#act-document-fault")).ToContainTextAsync("请填写下达分解指标的文件名称或文号");
        await Expect(screen.Field("目标值（万平方米）")).ToHaveValueAsync("12.5");
        await screen.Field("依据文件或文号").FillAsync("奈政发〔2025〕1号");
        await screen.SendTwiceAsync();

        await Expect(screen.Done).ToHaveTextAsync(new Regex("^奈曼旗 2025年的分解指标已保存，适用于"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "调整：奈曼旗" })).ToBeFocusedAsync();
        await Expect(page.Locator("[data-unit='150525'] summary")).ToHaveTextAsync("共 2 条");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-unit='150525']")).ToContainTextAsync("奈政发〔2025〕1号");
        bureau.AssertNoComplaints();
    }

    [Fact]
    public async Task Baseline_OfAnotherIndicator_IsTypedInItsCell()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var screen = await ActScreen.OpenAsync(bureau.Page, "/admin/baselines");
        await bureau.Page.GetByLabel("录入其他指标的基数", new() { Exact = true }).ClickAsync();
        await screen.Popover.GetByRole(AriaRole.Option, new() { Name = "10 城镇污水处理率" }).ClickAsync();
        await Expect(bureau.Page).ToHaveURLAsync(new Regex("indicator=10$"));

        // A list of choices takes the keyboard back to its field when it has closed.
        await Expect(screen.Popover).ToHaveCountAsync(0);

        var cell = bureau.Page.Locator("[data-cell='10-150525'] button");
        await cell.ClickAsync();
        await screen.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync("９６");
        await screen.Dialog.GetByRole(AriaRole.Textbox).Last.FillAsync("100");
        await screen.Dialog.GetByRole(AriaRole.Textbox).Last.PressAsync("Enter");

        await Expect(screen.Done).ToHaveTextAsync("奈曼旗 第10项的基数已保存。");
        await Expect(cell).ToContainTextAsync("96 / 100");
        await Expect(cell).ToBeFocusedAsync();
        bureau.AssertNoComplaints();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task ChoicesAndDialogs_Open_AreAccessible(int width, int height)
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        await bureau.Page.SetViewportSizeAsync(width, height);
        var screen = await ActScreen.OpenAsync(bureau.Page, "/admin/targets?indicator=20&year=2025");
        await bureau.Page.GetByLabel("指标", new() { Exact = true }).ClickAsync();
        await Expect(screen.Popover).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();
        await bureau.Page.GetByLabel("指标", new() { Exact = true }).FillAsync("没有这一项");
        await Expect(screen.Popover).ToContainTextAsync("没有符合的选项");
        await screen.AssertAccessibleAsync();
        await bureau.Page.Keyboard.PressAsync("Escape");

        await bureau.Page.GetByRole(AriaRole.Button, new() { Name = "下达：开发区" }).ClickAsync();
        await Expect(screen.Dialog).ToBeVisibleAsync();
        await screen.SendAsync();
        await Expect(screen.Dialog.Locator("#act-value-fault")).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();

        screen = await ActScreen.OpenAsync(bureau.Page, "/admin/baselines?indicator=10");
        await bureau.Page.Locator("[data-cell='10-150525'] button").ClickAsync();
        await Expect(screen.Dialog).ToBeVisibleAsync();
        await screen.AssertAccessibleAsync();
        bureau.AssertNoComplaints();
    }
}
