using ClosedXML.Excel;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>填报模板 in a browser: downloaded, filled in elsewhere, looked through, and written as drafts.</summary>
public sealed class ReportTemplateTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Region = "150526";

    [Fact]
    public async Task Template_FilledAndSavedByAnOffice_IsLookedThrough_AndStandsInTheSheet()
    {
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        var page = clerk.Page;
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#template").ClickAsync());
        Assert.Equal("填报模板_扎鲁特旗_2025年四季度.xlsx", download.SuggestedFilename);
        var template = await File.ReadAllBytesAsync(await download.PathAsync());

        await ChooseAsync(page, Filled(template, ("13.Numerator", 300), ("13.Denominator", 200)));
        await Expect(page.Locator("[data-import-faults] li")).ToContainTextAsync("不能大于");
        await Expect(page.Locator("#save-import")).ToHaveCountAsync(0);
        await page.Locator("#leave-import").ClickAsync();

        await ChooseAsync(page, await SystemOffice.SaveAgainAsync(Filled(template, ("13.Numerator", 190.5m), ("13.Denominator", 200))));
        await Expect(page.Locator("#imported tbody tr")).ToHaveCountAsync(2);
        Assert.Empty(await PortalVisitor.FaultsAsync(page));
        Assert.Null(await portal.StoredAsync(Region, 13, "numerator"));
        await page.Locator("#save-import").ClickAsync();

        await Expect(page.Locator("#done")).ToContainTextAsync("写入1项草稿");
        await sheet.ExpectSavedAsync(13, "numerator", "190.5");
        Assert.Equal(190.5m, await portal.StoredAsync(Region, 13, "numerator"));
        clerk.AssertNoComplaints();
    }

    [Fact]
    public async Task FileThatIsNoTemplate_IsRefusedInWords_TheSheetStays()
    {
        await using var clerk = await portal.SignInAsync(browser, "kailu-tb");
        var sheet = await EntrySheet.OpenAsync(clerk.Page);
        using var book = new XLWorkbook();
        book.AddWorksheet("台账").Cell(1, 1).SetValue("污水");
        using var saved = new MemoryStream();
        book.SaveAs(saved);

        await ChooseAsync(clerk.Page, saved.ToArray());

        await Expect(clerk.Page.Locator("#blocks")).ToContainTextAsync("这不是季度填报的模板");
        await sheet.ExpectLiveAsync();
        clerk.AssertNoComplaints();
    }

    private static Task ChooseAsync(IPage page, byte[] content) => page.Locator("#import").SetInputFilesAsync(
        new FilePayload { Name = "填好的模板.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content });

    private static byte[] Filled(byte[] template, params (string Key, decimal Number)[] numbers)
    {
        using var book = new XLWorkbook(new MemoryStream(template));
        var table = book.Worksheet(1);
        foreach (var (key, number) in numbers)
        {
            table.Cell(table.Column(1).CellsUsed().Single(cell => cell.GetString() == key).Address.RowNumber, 6).SetValue(number);
        }

        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }
}
