namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Whatever happens to the line or to the portal, nothing typed is lost and the page goes on by itself.</summary>
public sealed class LostLineTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Zuohou = "150522";
    private const string Naiman = "150525";
    private const string Kulun = "150524";
    private const string Huolin = "150581";

    [Fact]
    public async Task Portal_KilledWhileTyping_PageComesBackWithTheUnsavedTextToRestore()
    {
        await using var clerk = await portal.SignInAsync(browser, "naiman-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.SaveAsync(16, "amount", "0.8");
        await sheet.SaveAsync(6, "denominator", "100");
        await sheet.TypeAsync(6, "numerator", "92.5");

        await portal.Process.KillAsync();
        await Expect(sheet.LostNotice).ToBeVisibleAsync();
        await Expect(sheet.LostNotice).ToHaveTextAsync("连接已断开，正在重连……已输入的内容保留在本机");
        await Expect(sheet.Page.Locator("#submit")).ToHaveJSPropertyAsync("inert", true);
        await Expect(sheet.Field(6, "numerator")).ToHaveValueAsync("92.5");

        await portal.Process.ServeAsync();
        await Expect(sheet.Offer).ToBeVisibleAsync();
        await Expect(sheet.Offer).ToContainTextAsync("本机留有没有保存的输入");
        await Expect(sheet.Offer.Locator("li")).ToHaveTextAsync(["城镇清洁取暖面积：92.5"]);
        await Expect(sheet.LostNotice).ToBeHiddenAsync();
        await Expect(sheet.Field(16, "amount")).ToHaveValueAsync("0.8");
        await Expect(sheet.Field(6, "denominator")).ToHaveValueAsync("100");
        await Expect(sheet.Field(6, "numerator")).ToHaveAttributeAsync("data-proposed", "LastQuarter");

        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "恢复到输入框" }).ClickAsync();
        await sheet.ExpectSavedAsync(6, "numerator", "92.5");
        await sheet.ExpectNothingUnsavedAsync();
        Assert.Equal(92.5m, await portal.StoredAsync(Naiman, 6, "numerator"));
        Assert.Equal(100m, await portal.StoredAsync(Naiman, 6, "denominator"));
        Assert.Equal(0.8m, await portal.StoredAsync(Naiman, 16, "amount"));

        await sheet.Page.ReloadAsync();
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Field(6, "numerator")).ToHaveValueAsync("92.5");
        await sheet.ExpectNothingUnsavedAsync();
    }

    [Fact]
    public async Task Text_RefusedAndLeftByALink_IsOfferedWhenThePageIsOpenedAgain()
    {
        await using var clerk = await portal.SignInAsync(browser, "naiman-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.EnterAsync(20, "amount", "5.5x");
        await Expect(sheet.Row(20)).ToHaveAttributeAsync("data-state", "unsaved");

        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "指标（21）" }).ClickAsync();
        await Expect(sheet.Page.Locator(".entry-row")).ToHaveCountAsync(0);
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "季度填报" }).ClickAsync();
        await sheet.ExpectLiveAsync();

        await Expect(sheet.Offer.Locator("li")).ToContainTextAsync(["5.5x"]);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "恢复到输入框" }).ClickAsync();
        await Expect(sheet.Field(20, "amount")).ToHaveValueAsync("5.5x");
        await sheet.SaveAsync(20, "amount", "5.5");
        await sheet.ExpectNothingUnsavedAsync();
    }

    [Fact]
    public async Task Line_SilentAfterANumber_TheRowSaysThatItIsNotSavedYet_AndSavesWhenItIsBack()
    {
        await using var clerk = await portal.SignInAsync(browser, "huolin-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.SaveAsync(6, "denominator", "100");
        await sheet.SaveAsync(6, "numerator", "29.8");
        var waiting = sheet.Row(6).Locator("[data-waiting-text]");
        await Expect(waiting).ToBeHiddenAsync();

        await sheet.Page.Context.SetOfflineAsync(true);
        await sheet.TypeAsync(6, "numerator", "29.9");
        await sheet.Field(6, "numerator").PressAsync("Tab");
        await Expect(waiting).ToBeVisibleAsync();
        await Expect(sheet.Row(6).Locator("[data-state-text]")).ToBeHiddenAsync();

        await sheet.Page.Context.SetOfflineAsync(false);
        await sheet.ExpectSavedAsync(6, "numerator", "29.9");
        await Expect(waiting).ToBeHiddenAsync();
        Assert.Equal(29.9m, await portal.StoredAsync(Huolin, 6, "numerator"));
    }

    [Fact]
    public async Task Line_CutForAMomentWhileTyping_SameCircuitGoesOnAndSaves()
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.SaveAsync(15, "amount", "0.4");
        await MarkAsync(sheet);
        await sheet.TypeAsync(16, "amount", "1.25");

        line.Cut();
        await Expect(sheet.LostNotice).ToBeVisibleAsync();
        await Expect(sheet.Page.Locator("#submit")).ToHaveJSPropertyAsync("inert", true);
        line.Mend();
        await Expect(sheet.LostNotice).ToBeHiddenAsync();

        await Expect(sheet.Page.Locator("#submit")).ToHaveJSPropertyAsync("inert", false);
        await Expect(sheet.Field(16, "amount")).ToHaveValueAsync("1.25");
        await sheet.ExpectSavedAsync(16, "amount", "1.25");
        Assert.Equal(1.25m, await portal.StoredAsync(Zuohou, 16, "amount"));
        Assert.Equal(0.4m, await portal.StoredAsync(Zuohou, 15, "amount"));
        await AssertSamePageAsync(sheet);
    }

    [Fact]
    public async Task Line_LosesASaveOnItsWay_IsSavedWhenTheLineIsBack()
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "kulun-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await MarkAsync(sheet);

        line.Silence();
        await sheet.EnterAsync(15, "amount", "0.6");
        line.Cut();
        await Expect(sheet.LostNotice).ToBeVisibleAsync();
        Assert.Null(await portal.StoredAsync(Kulun, 15, "amount"));
        line.Mend();

        await sheet.ExpectSavedAsync(15, "amount", "0.6");
        Assert.Equal(0.6m, await portal.StoredAsync(Kulun, 15, "amount"));
        await AssertSamePageAsync(sheet);
    }

    [Theory]
    [InlineData("numerator", "1", "2.5", "12.5")]
    [InlineData("note", "来源：", "统计年报", "来源：统计年报")]
    public async Task Line_CutInTheMidstOfAText_TheWholeTextIsSaved(string name, string before, string after, string whole)
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.OpenTextAsync(6, name);
        await MarkAsync(sheet);
        await sheet.TypeAsync(6, name, before);

        line.Cut();
        await Expect(sheet.LostNotice).ToBeVisibleAsync();
        await sheet.Page.Keyboard.TypeAsync(after);
        line.Mend();
        await Expect(sheet.LostNotice).ToBeHiddenAsync();

        await sheet.ExpectNothingUnsavedAsync();
        await Expect(sheet.Field(6, name)).ToHaveValueAsync(whole);
        await AssertSamePageAsync(sheet);
        await sheet.Page.ReloadAsync();
        await sheet.ExpectLiveAsync();
        await sheet.OpenTextAsync(6, name);
        await Expect(sheet.Field(6, name)).ToHaveValueAsync(whole);
    }

    [Fact]
    public async Task Line_CutWhileTypingOverAProposal_ItIsNoProposalAnyMore()
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "zuohou-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        var (field, tag) = (sheet.Field(5, "numerator"), sheet.Row(5).Locator("label", new() { Has = sheet.Page.Locator("[data-field=numerator]") }).Locator(".proposed"));
        await Expect(tag).ToBeVisibleAsync();
        var proposed = await field.InputValueAsync();

        line.Cut();
        await Expect(sheet.LostNotice).ToBeVisibleAsync();
        await sheet.EnterAsync(5, "numerator", "1.5");
        await Expect(tag).ToBeHiddenAsync();
        await Expect(field).ToHaveCSSAsync("font-style", "normal");
        await sheet.TypeAsync(5, "numerator", proposed);
        await Expect(tag).ToBeVisibleAsync();
        await sheet.EnterAsync(5, "numerator", "1.5");
        line.Mend();

        await sheet.ExpectSavedAsync(5, "numerator", "1.5");
        await Expect(field).Not.ToHaveAttributeAsync("data-proposed", new System.Text.RegularExpressions.Regex("."));
    }

    [Fact]
    public async Task Line_CutWhileLeavingFields_EachTextIsSavedWhenItIsBack()
    {
        await using var line = new Line(portal.Process.Address);
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb", line.Address);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);

        line.Cut();
        await Expect(sheet.LostNotice).ToBeVisibleAsync();
        await sheet.EnterAsync(15, "amount", "0.6");
        await sheet.EnterAsync(16, "amount", "1.75");
        line.Mend();

        await sheet.ExpectSavedAsync(15, "amount", "0.6");
        await sheet.ExpectSavedAsync(16, "amount", "1.75");
        await sheet.ExpectNothingUnsavedAsync();
    }

    /// <summary>A mark that only a page loaded anew would lose.</summary>
    private static async Task MarkAsync(EntrySheet sheet) => await sheet.Page.EvaluateAsync("() => { window.isSamePage = true; }");

    private static async Task AssertSamePageAsync(EntrySheet sheet) =>
        Assert.True(await sheet.Page.EvaluateAsync<bool>("() => window.isSamePage === true"), "The page was loaded anew.");
}
