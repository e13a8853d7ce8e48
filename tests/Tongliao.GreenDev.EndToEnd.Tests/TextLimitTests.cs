namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A text that is too long is never cut without a word: its length is said, and nothing is stored before it is shortened.</summary>
public sealed class TextLimitTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private static readonly string Long = new('长', 1200);

    [Theory]
    [InlineData("note", "备注")]
    [InlineData("reason", "不适用原因")]
    public async Task Entry_1200Characters_AreSaidAndKept_SavedWhenShortened(string name, string label)
    {
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.OpenTextAsync(16, name);

        await sheet.PasteAsync(16, name, Long);
        await sheet.Page.Keyboard.PressAsync("Tab");
        await Expect(sheet.Row(16).Locator("[data-length-fault]")).ToHaveTextAsync($"{label}已输入1200字，最多1000字，请精简后再保存");
        await Expect(sheet.Row(16)).ToHaveAttributeAsync("data-state", "unsaved");
        await Expect(sheet.Field(16, name)).ToHaveValueAsync(Long);

        // Kept through a reload, too, and unfolded.
        await sheet.Page.ReloadAsync();
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Field(16, name == "note" ? "note" : "na")).ToBeVisibleAsync();
        await sheet.OpenTextAsync(16, name);
        await Expect(sheet.Offer.Locator("li")).ToContainTextAsync([Long]);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "恢复到输入框" }).ClickAsync();
        await Expect(sheet.Field(16, name)).ToHaveValueAsync(Long);

        await sheet.Field(16, name).FillAsync(Long[..1000]);
        await sheet.Page.Keyboard.PressAsync("Tab");
        await Expect(sheet.Row(16).Locator("[data-length-fault]")).ToHaveCountAsync(0);
        await sheet.ExpectNothingUnsavedAsync();
        clerk.AssertNoComplaints();
    }

    [Fact]
    public async Task Entry_TextLongerThanAMessage_LeavesTheLineUp()
    {
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.OpenTextAsync(16, "note");

        await sheet.PasteAsync(16, "note", new string('长', 40_000));
        await sheet.Page.Keyboard.PressAsync("Tab");

        await Expect(sheet.Row(16).Locator("[data-length-fault]")).ToContainTextAsync("已输入40000字");
        await sheet.PasteAsync(15, "amount", new string('1', 50_000));
        await sheet.Page.Keyboard.PressAsync("Tab");
        await Expect(sheet.Row(15)).ToHaveAttributeAsync("data-state", "unsaved");
        await sheet.SaveAsync(15, "amount", "0.7");
        clerk.AssertNoComplaints();
    }

    [Fact]
    public async Task ReturnReason_40000Characters_AreSaidAndKept_TheLineStaysUp()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        await bureau.Page.GotoAsync("/review/150502?period=2025Q4");
        var row = bureau.Page.Locator("article").First;
        await row.GetByRole(AriaRole.Button, new() { Name = "退回" }).First.ClickAsync();
        var reason = row.Locator("textarea[data-field='reason']");

        await reason.FillAsync(new string('长', 40_000));
        await reason.PressAsync("Control+Enter");
        await Expect(row.Locator(".field-error")).ToHaveTextAsync("退回原因最多1000字，请精简后再退回。");
        await Expect(reason).ToHaveValueAsync(new string('长', 40_000));

        await reason.FillAsync("分母有误，请核对。");
        await reason.PressAsync("Control+Enter");
        await Expect(bureau.Page.Locator("[data-done]")).ToContainTextAsync("已退回");
        bureau.AssertNoComplaints();
    }
}
