using ClosedXML.Excel;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>核对文件 in a browser: a file of today, one that is old, and one that somebody changed.</summary>
public sealed class VerifyTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task File_OfTodayOldOrChanged_IsSaidInOneSentence_WithEachPlace()
    {
        await using var leader = await portal.SignInAsync(browser, "lingdao");
        var page = leader.Page;
        await page.GotoAsync("/verify");
        await Expect(page.Locator("[data-island][data-interactive]:not([inert])")).ToHaveCountAsync(1);

        var today = await ExportAsync(page, "/exports/annex.xlsx?period=2025Q4");
        await ChooseAsync(page, today);
        await Expect(page.Locator("#verdict .badge")).ToContainTextAsync("与现在一致");
        Assert.Empty(await PortalVisitor.FaultsAsync(page));

        await ChooseAsync(page, await ExportAsync(page, "/exports/annex.xlsx?period=2025Q4&asOf=2025-12-31"));
        await Expect(page.Locator("#verdict .badge")).ToContainTextAsync("已有变化");
        await Expect(page.Locator("#notes")).ToContainTextAsync("截至2025年12月31日");
        Assert.InRange(await page.Locator("#superseded tbody tr").CountAsync(), 1, 100);
        Assert.Empty(await PortalVisitor.FaultsAsync(page));

        await ChooseAsync(page, Changed(today));
        await Expect(page.Locator("#verdict .badge")).ToContainTextAsync("内容被改动");
        await Expect(page.Locator("#altered tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("#altered tbody tr")).ToContainTextAsync("监测表!A1");
        await page.SetViewportSizeAsync(390, 844);
        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await PortalVisitor.FaultsAsync(page));
        leader.AssertNoComplaints();
    }

    private static async Task<byte[]> ExportAsync(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(address);
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    private static Task ChooseAsync(IPage page, byte[] content) => page.Locator("#file").SetInputFilesAsync(
        new FilePayload { Name = "附件.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content });

    private static byte[] Changed(byte[] content)
    {
        using var book = new XLWorkbook(new MemoryStream(content));
        book.Worksheet("监测表").Cell("A1").SetValue("改过的标题");
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }
}
