namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Where the keyboard is after a page has changed.</summary>
public sealed class FocusTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task Navigation_ToAnotherPage_FocusesItsHeading_WithinAPageItStays()
    {
        await using var leader = await portal.SignInAsync(browser, "lingdao");
        var page = leader.Page;
        await page.EvaluateAsync("() => { window.stays = true; }");

        await page.GetByRole(AriaRole.Link, new() { Name = "红黄绿看板", Exact = true }).First.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/dashboard"));
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.stays"));

        var quarter = page.Locator(".periods").GetByRole(AriaRole.Link, new() { Name = "一季度", Exact = true });
        await quarter.PressAsync("Enter");
        await Expect(page.Locator("main h1")).ToContainTextAsync("一季度");
        await Expect(quarter).ToBeFocusedAsync();

        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(page.Locator("main h1")).ToBeFocusedAsync();
        leader.AssertNoComplaints();
    }

    [Theory]
    [InlineData(1366, 768)]
    [InlineData(390, 844)]
    public async Task Submit_AnywhereOnTheSheet_IsInReach_AndLeadsToWhatIsMissing(int width, int height)
    {
        await using var clerk = await portal.SignInAsync(browser, "naiman-tb");
        await clerk.Page.SetViewportSizeAsync(width, height);
        var sheet = await EntrySheet.OpenAsync(clerk.Page);

        foreach (var indicator in new[] { 1, 11, 21 })
        {
            var field = sheet.Row(indicator).Locator("input.num").First;
            await field.FocusAsync();
            await Expect(clerk.Page.Locator("#submit")).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.True(await field.EvaluateAsync<bool>("field => document.elementFromPoint(...Object.values((({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(field.getBoundingClientRect()))) === field"));
        }

        await clerk.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(clerk.Page.Locator("#blocks")).ToBeFocusedAsync();
        await Expect(clerk.Page.Locator("#blocks")).ToContainTextAsync("处需要处理");
        clerk.AssertNoComplaints();
    }
}
