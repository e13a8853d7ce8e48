namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A warning (需核对) is answered below it, and comes again when the number changes.</summary>
public sealed class ExplanationTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const int Villages = 2;
    private const string Answer = "explanation-leap-denominator";

    [Fact]
    public async Task Denominator_ChangedUnderItsExplanation_IsAskedAgainAndTheReviewerSeesBoth()
    {
        await using var clerk = await portal.SignInAsync(browser, "naiman-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        await sheet.EnterAsync(Villages, "denominator", "600");
        await Expect(sheet.Row(Villages)).ToHaveAttributeAsync("data-state", "warning");

        // The remark beside the numbers answers nothing.
        await sheet.Row(Villages).Locator("[data-toggle='note']").ClickAsync();
        await sheet.EnterAsync(Villages, "note", "并入两个苏木");
        await Expect(sheet.Row(Villages).Locator("[data-toggle='note']")).ToHaveTextAsync("备注（已填）");
        await Expect(sheet.Row(Villages)).ToHaveAttributeAsync("data-state", "warning");

        await sheet.EnterAsync(Villages, Answer, "并入两个苏木");
        await sheet.EnterAsync(Villages, "explanation-no_remedy-result", "新并入的嘎查明年完成治理");
        await Expect(sheet.Row(Villages)).ToHaveAttributeAsync("data-state", "saved");
        await Expect(sheet.Row(Villages).Locator("[data-warning='leap']")).ToContainTextAsync("已说明：");
        await sheet.ExpectNothingUnsavedAsync();
        await clerk.Page.ReloadAsync();
        await sheet.ExpectLiveAsync();
        await Expect(sheet.Field(Villages, Answer)).ToHaveValueAsync("并入两个苏木");
        await ExpectReviewedAsync("并入两个苏木");

        await sheet.EnterAsync(Villages, "denominator", "601");

        await Expect(sheet.Row(Villages)).ToHaveAttributeAsync("data-state", "warning");
        await Expect(sheet.Field(Villages, Answer)).ToHaveValueAsync("");
        await clerk.Page.Locator("#check").ClickAsync();
        var block = clerk.Page.Locator("#blocks li").Filter(new() { HasText = "嘎查村）总数”由上季度" }).First;
        await block.Locator("button").ClickAsync();
        await Expect(sheet.Field(Villages, Answer)).ToBeFocusedAsync();
        clerk.AssertNoComplaints();
    }

    private async Task ExpectReviewedAsync(string answer)
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        await bureau.Page.GotoAsync("/review/150525?period=2025Q4");
        await Expect(bureau.Page.Locator(ReceivedBytes.Unfinished)).ToHaveCountAsync(0);
        await bureau.Page.EvaluateAsync("document.querySelector('details.others').open = true");
        var row = bureau.Page.Locator($"#row-{Villages}");
        await Expect(row.Locator(".inputs .earlier")).ToHaveCountAsync(2);
        await Expect(row.Locator(".inputs .earlier").Last).ToContainTextAsync("上季 2");
        await Expect(row.Locator("[data-explains='leap']")).ToHaveTextAsync($"说明：{answer}");
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await bureau.Page.SetViewportSizeAsync(width, height);
            Assert.Equal(width, await bureau.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        bureau.AssertNoComplaints();
    }
}
