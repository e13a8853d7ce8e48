using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>Two plans side by side: one is chosen, links lead on within it, and neither shows in the other.</summary>
public sealed partial class SeveralPlansTests(PortalBrowser browser, TwoPlansPortal portal) : IClassFixture<TwoPlansPortal>
{
    private const string Key = RegionalPlanFile.Key;

    /// <summary>Pages that look otherwise where units stand in a tree, or are many.</summary>
    private static readonly string[] Trees =
    [
        "/", "/dashboard?period=2026Q1&below=770200", "/explain/770000/2026Q1/5", "/indicators/5", "/review?period=2026Q1", "/timeliness?period=2026Q1",
        "/admin/targets", "/admin/reference-sheet",
    ];

    [Fact]
    public async Task Plan_Chosen_IsKeptByLinksTabsAndWhatIsTyped()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var page = bureau.Page;
        await Expect(page).ToHaveURLAsync(OfFirst());
        var first = await bureau.OpenTabAsync();
        await first.GotoAsync("/dashboard?period=2025Q3");

        await page.Locator(".plans summary").ClickAsync();
        await page.Locator(".plans .panel a").Filter(new() { HasText = "示例自治区" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(OfRegion());
        await page.Locator(".nav a[href^='/indicators']").First.ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("指标");
        await Expect(page).ToHaveURLAsync(OfRegion());
        await Expect(page.Locator("main")).ToContainTextAsync("绿色建筑占比");
        await page.Locator("main a[href^='/indicators/1']").First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($@"/indicators/1\?.*plan={Key}$"));
        await Expect(page.Locator("h1")).ToContainTextAsync("绿色建筑占比");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("再生水");
        await page.GetByRole(AriaRole.Searchbox).PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(OfRegion());
        await Expect(page.Locator("main")).ToContainTextAsync("再生水利用率");

        // The other tab is about the plan it was opened with; its links are of that plan.
        await first.Locator(".nav a[href^='/indicators']").First.ClickAsync();
        await Expect(first).ToHaveURLAsync(OfFirst());
        await Expect(first.Locator("main")).ToContainTextAsync("生活垃圾");
        bureau.AssertNoComplaints();
    }

    [Fact]
    public async Task County_OfTheOtherPlan_EntersAndSeesItAlone()
    {
        await using var clerk = await browser.VisitorAsync(portal.Process.Address);
        await clerk.SignInFirstTimeAsync("xian-tb", portal.ClerkPassword);
        var page = clerk.Page;
        await Expect(page.Locator(".plans")).ToHaveCountAsync(0);
        await page.GotoAsync($"/entry?period={TwoPlansPortal.Quarter}");
        await Expect(page).ToHaveURLAsync(OfRegion());
        var sheet = new EntrySheet(page);
        await Expect(sheet.Live).ToBeVisibleAsync();
        await Expect(page.Locator(".entry-row")).ToHaveCountAsync(RegionalPlanFile.Indicators);

        await sheet.Field(5, "amount").FillAsync("12.5");
        await sheet.Field(5, "amount").PressAsync("Tab");
        await sheet.ExpectSavedAsync(5, "amount", "12.5");

        await page.GotoAsync("/dashboard?plan=tongliao-2023-63");
        await Expect(page.Locator("h1")).ToContainTextAsync("没有");
    }

    [Fact]
    public async Task Dashboard_OfATree_ShowsOneLeagueAtATime()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var page = bureau.Page;
        await page.GotoAsync($"/dashboard?period={TwoPlansPortal.Quarter}&plan={Key}");
        var columns = page.Locator("#matrix thead th.num");
        await Expect(columns).ToHaveCountAsync(1 + RegionalPlanFile.Leagues);

        await columns.Nth(2).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"below={RegionalPlanFile.LeagueCode(2)}"));
        await Expect(columns).ToHaveCountAsync(2 + RegionalPlanFile.CountiesOf(2));
        await Expect(page).ToHaveURLAsync(OfRegion());
        bureau.AssertNoComplaints();
    }

    [Fact]
    public async Task Pages_OfATree_InEveryLook_AreAccessible()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");

        var faults = await EveryLook.FaultsAsync(bureau, [.. Trees.Select(address => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}plan={Key}")]);

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        bureau.AssertNoComplaints();
    }

    [GeneratedRegex(@"[?&]plan=tongliao-2023-63(&|$)")]
    private static partial Regex OfFirst();

    [GeneratedRegex(@"[?&]plan=regional-2026-7(&|$)")]
    private static partial Regex OfRegion();
}
