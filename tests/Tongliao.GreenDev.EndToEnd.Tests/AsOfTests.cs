using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>截至 and 固定链接: what one person saw is what another sees later under the address, whatever was approved meanwhile.</summary>
public sealed partial class AsOfTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Board = "/dashboard?period=2025Q4&basis=approved";
    private const string Review = "/review/150502?period=2025Q4";

    [Fact]
    public async Task PermanentAddress_OpenedByAnotherAfterAnApproval_ShowsTheSameNumbersAndWhatChanged()
    {
        await using var leader = await portal.SignInAsync(browser, "lingdao");
        await leader.Page.GotoAsync(Board);
        var seen = await NumbersAsync(leader.Page);
        var address = await CopyPermanentAsync(leader.Page);
        Assert.Equal(seen, await NumbersAsync(leader.Page));
        await Expect(leader.Page.Locator("#as-of")).ToContainTextAsync("此后没有变化");

        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var approved = await ApproveFirstAsync(bureau.Page);

        // Still open in the first window: another's approval does not reach it.
        Assert.Equal(seen, await NumbersAsync(leader.Page));
        await Expect(leader.Page.Locator("[data-news], .fresh:visible")).ToHaveCountAsync(0);

        await bureau.Page.GotoAsync(address);
        Assert.Equal(seen, await NumbersAsync(bureau.Page));
        var notice = bureau.Page.Locator("#as-of");
        await Expect(notice).ToContainTextAsync(ChangedSince());
        await notice.Locator("#since summary").ClickAsync();
        await Expect(notice.Locator("#since tbody th").Filter(new() { HasTextRegex = new Regex($"^{approved} .* · 科尔沁区$") })).ToHaveCountAsync(1);
        Assert.Empty(await PortalVisitor.FaultsAsync(bureau.Page));

        await notice.GetByRole(AriaRole.Link, new() { Name = "查看现在的数据" }).ClickAsync();
        await Expect(bureau.Page.Locator("#as-of")).ToHaveCountAsync(0);
        Assert.NotEqual(seen, await NumbersAsync(bureau.Page));
        leader.AssertNoComplaints();
        bureau.AssertNoComplaints();
    }

    [Fact]
    public async Task Explanation_AsOfBeforeAnApproval_StaysAndSaysWhatTheLightIsNow()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var page = bureau.Page;
        await page.GotoAsync(Review);
        await Expect(page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
        var number = await FirstWaitingAsync(page);
        await page.GotoAsync($"/explain/150502/2025Q4/{number}?basis=approved");
        var verdict = page.Locator("section[aria-labelledby=verdict]");
        var before = await verdict.InnerTextAsync();
        var address = await CopyPermanentAsync(page);
        await Expect(page.Locator("#as-of")).ToContainTextAsync("此后没有变化");

        Assert.Equal(number, await ApproveFirstAsync(page));
        await page.GotoAsync(address);

        Assert.Equal(before, await verdict.InnerTextAsync());
        await Expect(page.Locator("#as-of")).ToContainTextAsync(ChangedSince());
        await page.Locator("#since summary").ClickAsync();
        var change = page.Locator("#since tbody tr");
        await Expect(change).ToHaveCountAsync(1);
        await Expect(change.Locator("th")).ToContainTextAsync("科尔沁区");
        await page.GetByRole(AriaRole.Link, new() { Name = "查看现在的数据" }).ClickAsync();
        await Expect(page.Locator("#as-of")).ToHaveCountAsync(0);
        Assert.NotEqual(before, await verdict.InnerTextAsync());
        bureau.AssertNoComplaints();
    }

    /// <summary>What the matrix and the figures above it say.</summary>
    private static async Task<IReadOnlyList<string>> NumbersAsync(IPage page) => await page.Locator("#matrix td, #matrix th, .kpi dd").AllInnerTextsAsync();

    /// <summary>Follows the permanent address as a person who copies it would; where it leads is the address to hand on.</summary>
    private static async Task<string> CopyPermanentAsync(IPage page)
    {
        await page.Locator("#permanent").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("asOf="));
        await Expect(page.Locator("#as-of")).ToBeVisibleAsync();
        return new Uri(page.Url).PathAndQuery;
    }

    private static async Task<string> FirstWaitingAsync(IPage page) =>
        (await page.Locator("article[data-indicator]:has([data-approve]:enabled)").First.GetAttributeAsync("data-indicator"))!;

    /// <summary>The bureau approves the first value of 科尔沁区 that waits; returns its indicator's number.</summary>
    private static async Task<string> ApproveFirstAsync(IPage page)
    {
        await page.GotoAsync(Review);
        await Expect(page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
        var number = await FirstWaitingAsync(page);
        await page.Locator($"article[data-indicator='{number}'] [data-approve]").ClickAsync();
        await Expect(page.Locator($"article[data-indicator='{number}'] [data-approve]")).ToHaveCountAsync(0);
        return number;
    }

    [GeneratedRegex("此后.*有变化")]
    private static partial Regex ChangedSince();
}
