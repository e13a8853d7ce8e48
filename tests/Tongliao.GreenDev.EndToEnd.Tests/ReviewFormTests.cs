namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A reviewer's form does only what a pressed button says.</summary>
public sealed class ReviewFormTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Path = "/review/150502?period=2025Q4";

    [Fact]
    public async Task EnterOnATick_DecidesNothing()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        await bureau.Page.GotoAsync(Path);
        var waiting = bureau.Page.Locator("tr[data-status='CityReview']");
        var count = await waiting.CountAsync();
        Assert.True(count > 1);

        await waiting.First.Locator("input[type='checkbox']").CheckAsync();
        await waiting.First.Locator("input[type='checkbox']").PressAsync("Enter");
        await bureau.Page.GotoAsync(Path);

        await Expect(waiting).ToHaveCountAsync(count);
    }

    [Fact]
    public async Task ApproveWithAReasonToReturn_IsRefusedAndTheReasonKept()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        await bureau.Page.GotoAsync(Path);
        var waiting = bureau.Page.Locator("tr[data-status='CityReview']");
        var count = await waiting.CountAsync();
        await bureau.Page.Locator("textarea[name='Decision.Reason']").FillAsync("分母有误");

        await bureau.Page.GetByRole(AriaRole.Button, new() { Name = "全部通过" }).ClickAsync();

        await Expect(bureau.Page.Locator("[data-failure]")).ToContainTextAsync("没有审核通过任何一项");
        await Expect(bureau.Page.Locator("textarea[name='Decision.Reason']")).ToHaveValueAsync("分母有误");
        await Expect(waiting).ToHaveCountAsync(count);
    }
}
