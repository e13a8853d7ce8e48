using Tongliao.GreenDev.TestCommon;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A number is explained below it and supported beside it: a warning (需核对) comes again when it changes, evidence (佐证材料) stays.</summary>
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

    [Fact]
    public async Task Evidence_HandedInBesideAReturnedValue_IsShownRemovedAndGoesWithTheReport()
    {
        const int Returned = 14;
        await using var clerk = await portal.SignInAsync(browser, "kailu-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        var row = sheet.Row(Returned);
        await row.Locator("[data-toggle='evidence']").ClickAsync();
        var chooser = row.Locator("input[type='file']");
        await Expect(row.Locator("[data-drop][data-listens]")).ToBeVisibleAsync();

        await chooser.SetInputFilesAsync([
            File("整治台账.pdf", SampleFiles.Pdf()), File("现场照片.png", SampleFiles.Png()), File("说明.pdf", [.. "MZ this is a program"u8])]);

        await Expect(row.Locator("[data-evidence-file]")).ToHaveCountAsync(2);
        await Expect(row.Locator("[data-uploads] li")).ToHaveTextAsync("说明.pdf：文件内容不是PDF，可能只是改了扩展名。请用原来的程序打开后输出为PDF再上传。 ");
        await Expect(row.Locator("[data-toggle='evidence']")).ToHaveTextAsync("佐证（2）");
        Assert.Equal(4, await row.Locator(".thumb img").EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth; }"));
        Assert.Empty(await PortalVisitor.FaultsAsync(clerk.Page));
        foreach (var (width, height) in new[] { (390, 844), (1366, 768) })
        {
            await clerk.Page.SetViewportSizeAsync(width, height);
            Assert.Equal(width, await clerk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }

        var shown = await clerk.Page.RunAndWaitForPopupAsync(() => row.Locator("[data-evidence-file] .what a").Last.ClickAsync());
        await Expect(shown.Locator("img")).ToBeVisibleAsync();
        await shown.CloseAsync();
        await row.Locator("[data-remove]").Last.ClickAsync();
        await row.Locator("[data-remove-sure]").ClickAsync();
        await Expect(row.Locator("[data-evidence-file]")).ToHaveCountAsync(1);

        await sheet.EnterAsync(3, "answer", "已与台账核对，数据属实。");
        await sheet.EnterAsync(Returned, "answer", "已附整治台账，数据属实。");
        await clerk.Page.Locator("#submit").ClickAsync();
        await clerk.Page.Locator("#confirm-submit").ClickAsync();
        await Expect(clerk.Page.Locator("#done")).ToContainTextAsync("已上报2项");
        await clerk.Page.GotoAsync($"/history/150523/{EntrySheet.Period}/{Returned}");
        await Expect(clerk.Page.Locator("tbody tr").Filter(new() { HasText = "移除佐证材料" })).ToContainTextAsync("现场照片.png");
        await Expect(clerk.Page.Locator("tbody tr").Filter(new() { HasText = "上传佐证材料" })).ToHaveCountAsync(2);
        clerk.AssertNoComplaints();
    }

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

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
