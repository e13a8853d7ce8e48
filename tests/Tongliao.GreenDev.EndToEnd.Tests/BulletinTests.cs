using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>通报 in a browser: written, issued, its number changed by a correction and refreshed, issued again; the county reads both.</summary>
public sealed class BulletinTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Desk = "/bulletins/2025Q2";
    private const string Key = "10.开鲁县.数值";

    [Fact]
    public async Task Bulletin_WrittenIssuedCorrectedRefreshed_IssuedAgain_TheCountyReadsBoth()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var page = bureau.Page;
        var screen = await ActScreen.OpenAsync(page, Desk);
        var text = page.Locator("textarea[name=text]");
        await Expect(text).ToHaveValueAsync(new Regex("六、下一步工作"));

        // By keyboard: a line of one's own, with a number put where the cursor stands.
        await text.FillAsync("一、总体情况\n开鲁县处理率。");
        await text.PressAsync("ArrowLeft");
        await page.Locator("select[name=unit]").SelectOptionAsync("150523");
        await page.Locator("select[name=indicator]").SelectOptionAsync("10");
        await page.Locator("select[name=asked]").SelectOptionAsync("数值");
        await page.GetByRole(AriaRole.Button, new() { Name = "插入", Exact = true }).ClickAsync();
        await Expect(text).ToHaveValueAsync($"一、总体情况\n开鲁县处理率{{{Key}}}。");
        var number = page.Locator($".paper a[data-key='{Key}']");
        var before = await number.TextContentAsync();
        await page.Locator("[data-act=Save]").ClickAsync();
        await screen.ExpectOpenAsync();
        await screen.AssertAccessibleAsync();
        await screen.SendAsync();
        await Expect(screen.Done).ToHaveTextAsync("2025年二季度通报文稿已保存。");

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#download").ClickAsync());
        Assert.Equal("通报文稿_2025年二季度.docx", download.SuggestedFilename);
        var draft = await download.PathAsync();
        Assert.Contains($"w:val=\"{Key}\"", await DocumentAsync(draft), StringComparison.Ordinal);

        await page.Locator("[data-act=Issue]").ClickAsync();
        await screen.ExpectOpenAsync();
        await screen.AssertAccessibleAsync();
        await screen.Field("文号").FillAsync("通住建发〔2026〕3号");
        await screen.SendAsync();
        await Expect(screen.Done).ToContainTextAsync("已印发");

        await CorrectAsync(await bureau.OpenTabAsync());
        await page.Locator("[data-act=Refresh]").ClickAsync();
        await Expect(screen.Done).ToContainTextAsync($"{Key}：{before} → ");
        await Expect(number).Not.ToHaveTextAsync(before!);
        var after = await number.TextContentAsync();
        await Expect(text).ToHaveValueAsync($"一、总体情况\n开鲁县处理率{{{Key}}}。");
        await Expect(page.Locator($"[data-change='{Key}'] td")).ToHaveTextAsync([before!, after!]);

        // What was taken away to Word before comes back with the number of now.
        var refreshed = await page.RunAndWaitForDownloadAsync(() => page.Locator("#edited").SetInputFilesAsync(
            new FilePayload { Name = "送审稿.docx", MimeType = "application/octet-stream", Buffer = File.ReadAllBytes(draft) }));
        Assert.Equal("已刷新数字_送审稿.docx", refreshed.SuggestedFilename);
        Assert.Contains($">{after}<", await DocumentAsync(await refreshed.PathAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain($">{before}<", await DocumentAsync(await refreshed.PathAsync()), StringComparison.Ordinal);
        await Expect(page.Locator("#refreshed")).ToContainTextAsync("文字没有改动");
        await page.Locator("#edited").SetInputFilesAsync(new FilePayload { Name = "台账.docx", MimeType = "application/octet-stream", Buffer = "x"u8.ToArray() });
        await Expect(page.Locator("#refreshed")).ToContainTextAsync("文件内容不是Word（docx）");
        await page.SetViewportSizeAsync(390, 844);
        Assert.Empty(await PortalVisitor.FaultsAsync(page));
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await page.Locator("[data-act=Issue]").ClickAsync();
        await screen.ExpectOpenAsync();
        await screen.Field("文号").FillAsync("通住建发〔2026〕4号");
        await screen.SendAsync();
        await Expect(screen.Done).ToContainTextAsync("已印发");

        await using var county = await portal.SignInAsync(browser, "kulun-tb");
        await county.Page.GotoAsync("/bulletins");
        await county.Page.GetByRole(AriaRole.Link, new() { Name = "第1次印发" }).ClickAsync();
        await Expect(county.Page.Locator("#superseded")).ToContainTextAsync("已有更正");
        await Expect(county.Page.Locator($".paper a[data-key='{Key}']")).ToHaveTextAsync(before!);
        Assert.Empty(await PortalVisitor.FaultsAsync(county.Page));
        await county.Page.Locator("#superseded a").ClickAsync();
        await Expect(county.Page.Locator($".paper a[data-key='{Key}']")).ToHaveTextAsync(after!);
        var issued = await county.Page.RunAndWaitForDownloadAsync(() => county.Page.Locator("#export").ClickAsync());
        Assert.Contains("更正对照表", await DocumentAsync(await issued.PathAsync()), StringComparison.Ordinal);
        bureau.AssertNoComplaints();
        county.AssertNoComplaints();
    }

    /// <summary>The county asks for another number, the bureau decides beside what it writes.</summary>
    private async Task CorrectAsync(IPage tab)
    {
        await using var clerk = await portal.SignInAsync(browser, "kailu-tb");
        var asked = await ActScreen.OpenAsync(clerk.Page, "/history/150523/2025Q2/10");
        await clerk.Page.Locator("[data-act='Request']").ClickAsync();
        await asked.ExpectOpenAsync();
        var numerator = asked.Dialog.GetByRole(AriaRole.Textbox).First;
        var typed = decimal.Parse(await numerator.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await numerator.FillAsync(decimal.Round(typed * 0.8m, 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await asked.Dialog.Locator("#act-reason").FillAsync("多计两处设施，台账已更正。");
        await asked.Dialog.Locator("#act-explanation").FillAsync("由污水处理厂负责，年底前完成改造。");
        await asked.SendAsync();
        await Expect(asked.Dialog.Locator("[data-supported]")).ToBeVisibleAsync();

        var decided = await ActScreen.OpenAsync(tab, "/corrections");
        await tab.Locator("tr", new() { HasText = "开鲁县" }).Locator("[data-act='Decide']").ClickAsync();
        await decided.Dialog.Locator("#act-choice").SelectOptionAsync("Approve");
        await decided.Dialog.Locator("#act-reason").FillAsync("已核对台账，同意更正。");
        await decided.SendAsync();
        await Expect(decided.Done).ToContainTextAsync("已批准");
        await tab.CloseAsync();
    }

    private static async Task<string> DocumentAsync(string path)
    {
        await using var archive = await ZipFile.OpenReadAsync(path);
        using var reader = new StreamReader(await archive.GetEntry("word/document.xml")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
