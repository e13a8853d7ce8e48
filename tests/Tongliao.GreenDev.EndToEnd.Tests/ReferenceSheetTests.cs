using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>总表 in a browser: typed and pasted as in a workbook, filled in a workbook and imported; a county's baseline stated, returned, stated again and adopted.</summary>
public sealed class ReferenceSheetTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Kulun = "150524";
    private const string Naiman = "150525";
    private const string Huolinguole = "150581";

    // As the grid counts them: three columns an indicator, of #15, #16 and #20.
    private const int BaselineOf15 = 0;
    private const int TargetOf16 = 5;
    private const int TargetOf20 = 8;

    [Fact]
    public async Task Grid_TypedByKeyboardAndPasted_FollowsItsSums_AndIsRecordedOnce()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var screen = await OpenAsync(bureau.Page);
        var first = Cell(bureau.Page, Kulun, TargetOf20);
        await first.ClickAsync();
        await first.PressSequentiallyAsync("3.5");
        await bureau.Page.Keyboard.PressAsync("Enter");
        await Expect(Cell(bureau.Page, Naiman, TargetOf20)).ToBeFocusedAsync();
        await Expect(first.Locator("..").Locator(".before")).ToHaveTextAsync("原 空");
        await bureau.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(first).ToBeFocusedAsync();

        await Cell(bureau.Page, Kulun, BaselineOf15).EvaluateAsync(
            """
            (cell, text) => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', text);
              cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            "1.1\t9\r\n2.2\t9\r\n");
        await Expect(bureau.Page.Locator("#said")).ToHaveTextAsync("已填入2格，尚未保存。");
        await Expect(Cell(bureau.Page, Naiman, BaselineOf15)).ToHaveValueAsync("2.2");

        // What is typed stays while other columns are looked at.
        await bureau.Page.GetByLabel("范围").SelectOptionAsync("all");
        await bureau.Page.GetByLabel("范围").SelectOptionAsync("");
        await bureau.Page.GetByRole(AriaRole.Button, new() { Name = "核对并保存（3 格）" }).ClickAsync();
        await screen.Field("依据文件或文号（用于全部分解指标）").FillAsync("通建发〔2026〕5号");
        if (await screen.Dialog.GetByRole(AriaRole.Checkbox).CountAsync() > 0)
        {
            await screen.Dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        }

        await screen.SendTwiceAsync();
        await Expect(screen.Done).ToHaveTextAsync("总表已保存 3 格。");
        await bureau.Page.ReloadAsync();
        await Expect(Cell(bureau.Page, Kulun, TargetOf20)).ToHaveValueAsync("3.5");
        bureau.AssertNoComplaints();
    }

    [Fact]
    public async Task Workbook_FilledAndImported_IsLookedThroughInTheGrid_BeforeItIsRecorded()
    {
        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        var screen = await OpenAsync(bureau.Page);
        var before = await Cell(bureau.Page, Naiman, TargetOf16).InputValueAsync();
        var download = await bureau.Page.RunAndWaitForDownloadAsync(() => bureau.Page.GetByRole(AriaRole.Link, new() { Name = "下载模板" }).ClickAsync());
        Assert.Equal("基数和分解指标总表.xlsx", download.SuggestedFilename);
        var template = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);

        await ChooseAsync(bureau.Page, Filled(template, sheet =>
        {
            CellOf(sheet, Kulun, "16.2025").Value = 1.5;
            CellOf(sheet, Naiman, "16.2025").Value = "很多";
        }));

        await Expect(bureau.Page.Locator("#imported")).ToContainTextAsync("1 格与系统不同，已填入表中");
        await Expect(bureau.Page.Locator("#faults li")).ToHaveTextAsync([new Regex("^“基数和分解指标总表”第12行H列（奈曼旗第16项2025年分解指标）：“很多”不是数字")]);
        await Expect(Cell(bureau.Page, Kulun, TargetOf16)).ToHaveValueAsync("1.5");
        await Expect(Cell(bureau.Page, Naiman, TargetOf16)).ToHaveValueAsync(before);
        await screen.AssertAccessibleAsync();
        await bureau.Page.GetByRole(AriaRole.Button, new() { Name = "撤销导入" }).ClickAsync();
        await Expect(Cell(bureau.Page, Kulun, TargetOf16)).ToHaveValueAsync("");
        await ChooseAsync(bureau.Page, "x"u8.ToArray());
        await Expect(bureau.Page.Locator("#said")).ToContainTextAsync("文件内容不是Excel（xlsx）");
        bureau.AssertNoComplaints();
    }

    [Fact]
    public async Task Baseline_OfACounty_IsStated_Returned_StatedAgainAndAdopted()
    {
        await using var clerk = await portal.SignInAsync(browser, "huolin-tb");
        await clerk.Page.Locator("section:has(#baseline-todo)").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(clerk.Page).ToHaveURLAsync(new Regex("/baselines$"));
        var screen = await ActScreen.OpenAsync(clerk.Page, clerk.Page.Url);
        var own = $"[data-filing='{Huolinguole}-16']";
        await FileAsync(screen, own, "1,5");
        await Expect(screen.Dialog.Locator("#act-inputs-amount-fault")).ToContainTextAsync("逗号只能用作千位分隔");
        await screen.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync("1.5");
        await screen.SendTwiceAsync();
        await Expect(screen.Done).ToHaveTextAsync("第16项的基数已申报，等待市住建局审核。");

        await using var bureau = await portal.SignInAsync(browser, "zhujian");
        await Expect(bureau.Page.Locator("#baseline-todo")).ToHaveTextAsync("基数申报待审核 1 项");
        var desk = await ActScreen.OpenAsync(bureau.Page, "/baselines");
        await DecideAsync(desk, own, "Return", "与统计年鉴不一致");
        await Expect(desk.Done).ToHaveTextAsync("霍林郭勒市 第16项的基数申报已退回。");

        await clerk.Page.GotoAsync("/");
        await Expect(clerk.Page.Locator("section:has(#baseline-todo)")).ToContainTextAsync("退回原因：与统计年鉴不一致");
        screen = await ActScreen.OpenAsync(clerk.Page, "/baselines");
        await FileAsync(screen, own, "1.6");
        await Expect(screen.Done).ToHaveTextAsync("第16项的基数已申报，等待市住建局审核。");
        desk = await ActScreen.OpenAsync(bureau.Page, "/baselines");
        await DecideAsync(desk, own, "Adopt", "");
        await Expect(desk.Page.Locator(own)).ToHaveAttributeAsync("data-state", "已采用");
        desk = await ActScreen.OpenAsync(bureau.Page, "/admin/reference-sheet");
        await Expect(Cell(desk.Page, Huolinguole, 3)).ToHaveValueAsync("1.6");
        clerk.AssertNoComplaints();
        bureau.AssertNoComplaints();
    }

    private static async Task<ActScreen> OpenAsync(IPage page)
    {
        var screen = await ActScreen.OpenAsync(page, "/admin/reference-sheet");
        await Expect(page.Locator("#references")).ToBeVisibleAsync();
        return screen;
    }

    private static ILocator Cell(IPage page, string unit, int column) => page.Locator($"input[data-unit='{unit}'][data-column='{column}']");

    private static async Task FileAsync(ActScreen screen, string row, string amount)
    {
        await screen.Page.Locator($"{row} [data-act=File]").ClickAsync();
        await screen.ExpectOpenAsync();
        await screen.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync(amount);
        await screen.Field("依据和说明（如统计年报、台账名称）").FillAsync("2023年城建统计年报");
        await screen.SendAsync();
    }

    private static async Task DecideAsync(ActScreen screen, string row, string choice, string reason)
    {
        await screen.Page.Locator($"{row} [data-act=Decide]").ClickAsync();
        await screen.ExpectOpenAsync();
        await screen.Dialog.Locator("select[name=choice]").SelectOptionAsync(choice);
        await screen.Field("审核意见（退回时必填）").FillAsync(reason);
        await screen.SendAsync();
    }

    private static Task ChooseAsync(IPage page, byte[] content) => page.Locator("#import").SetInputFilesAsync(
        new FilePayload { Name = "总表.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content });

    private static byte[] Filled(byte[] template, Action<IXLWorksheet> fill)
    {
        using var book = new XLWorkbook(new MemoryStream(template));
        fill(book.Worksheet(1));
        using var saved = new MemoryStream();
        book.SaveAs(saved);
        return saved.ToArray();
    }

    private static IXLCell CellOf(IXLWorksheet sheet, string unit, string key) => sheet.Cell(
        sheet.CellsUsed(cell => cell.GetString() == unit).Single().Address.RowNumber, sheet.CellsUsed(cell => cell.GetString() == key).Single().Address.ColumnNumber);
}
