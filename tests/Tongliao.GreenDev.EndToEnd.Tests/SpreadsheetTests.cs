using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The sheet as a spreadsheet: filled from the clipboard, by the keyboard alone, and each shared number once.</summary>
public sealed class SpreadsheetTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Kulun = "150524";
    private const string Huolin = "150581";
    private const string Zhalute = "150526";
    private const string Zuohou = "150522";

    /// <summary>Two columns of the annex; sums have one number.</summary>
    private const string Block =
        "6\t20\r\n60\t200\r\n120\t200\r\n165\t20\r\n9.8\t10\r\n370\t400\r\n9.9\t10\r\n1000\t900\r\n30\t95\r\n95\t100\r\n90\t100\r\n4\t10\r\n"
        + "5\t5\r\n6\t10\r\n0.1\t\r\n1.5\t\r\n8\t20\r\n7\t20\r\n6\t20\r\n2\t\r\n5\t20\r\n";

    [Fact]
    public Task WholeAnnex_FromTheClipboard_IsFilledAndOneUndoTakesItBack() => OnSheetAsync("kulun-tb", async sheet =>
    {
        await Expect(sheet.Field(1, "denominator")).ToHaveAttributeAsync("data-proposed", "LastQuarter");
        Assert.True(await VisibleRowsAsync(sheet) >= 10);

        await sheet.PasteAsync(1, "numerator", Block);
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "确认填入" }).ClickAsync();

        await sheet.ExpectSavedAsync(1, "numerator", "6");
        await sheet.ExpectSavedAsync(21, "denominator", "20");
        Assert.Equal((20m, 5m), (await portal.StoredAsync(Kulun, 4, "denominator"), await portal.StoredAsync(Kulun, 21, "numerator")));

        await sheet.Field(1, "numerator").PressAsync("Control+z");
        await Expect(sheet.Row(21)).ToHaveAttributeAsync("data-state", "empty");
        await Expect(sheet.Field(1, "denominator")).ToHaveAttributeAsync("data-saved", new Regex(@"\|$"));
        await sheet.Field(21, "denominator").PressAsync("Control+y");
        await sheet.ExpectSavedAsync(21, "denominator", "20");
        await sheet.ExpectSavedAsync(1, "numerator", "6");
        Assert.Equal(20m, await portal.StoredAsync(Kulun, 4, "denominator"));
    });

    [Fact]
    public Task WholeAnnex_PortalKilledBeforeItIsSaved_IsOfferedAgainAndSaved() => OnSheetAsync("huolin-tb", async sheet =>
    {
        await sheet.PasteAsync(1, "numerator", Block);
        await Expect(sheet.Page.Locator("#paste-title")).ToHaveTextAsync("将填入 21 项指标的 39 个数");

        await portal.Process.KillAsync();
        await Expect(sheet.LostNotice).ToBeVisibleAsync();
        await portal.Process.ServeAsync();

        await sheet.ExpectLiveAsync();
        await Expect(sheet.Page.Locator("#paste-title")).ToHaveTextAsync("将填入 21 项指标的 39 个数");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "确认填入" }).ClickAsync();
        await sheet.ExpectSavedAsync(21, "denominator", "20");
        await sheet.ExpectNothingUnsavedAsync();
        Assert.Equal((6m, 20m), (await portal.StoredAsync(Huolin, 1, "numerator"), await portal.StoredAsync(Huolin, 4, "denominator")));
    }, isKilled: true);

    [Fact]
    public Task Keyboard_Alone_FillsConfirmsComputesAndTellsThatAllIsSaved() => OnSheetAsync("zhalute-tb", async sheet =>
    {
        var keys = sheet.Page.Keyboard;
        await sheet.Field(10, "numerator").FocusAsync();
        await keys.TypeAsync("=60+35");
        await keys.PressAsync("Enter");
        await Expect(sheet.Field(11, "numerator")).ToBeFocusedAsync();
        await Expect(sheet.Field(10, "numerator")).ToHaveValueAsync("95");
        await keys.PressAsync("Shift+Enter");
        await Expect(sheet.Field(10, "numerator")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowRight");
        await Expect(sheet.Field(10, "denominator")).ToBeFocusedAsync();
        await keys.TypeAsync("100万立方米");
        await keys.PressAsync("Tab");
        await sheet.ExpectSavedAsync(10, "denominator", "100");

        await sheet.Field(9, "denominator").FocusAsync();
        await Expect(sheet.Field(9, "denominator")).ToHaveValueAsync("95");
        Assert.Null(await portal.StoredAsync(Zhalute, 9, "denominator"));
        await keys.PressAsync("Enter");
        await sheet.ExpectSavedAsync(9, "denominator", "95");

        await keys.PressAsync("Control+s");
        await Expect(sheet.Page.Locator("[data-paste-note]")).ToHaveTextAsync("都已自动保存，不需要另存。");
        await keys.PressAsync("?");
        await Expect(sheet.Page.Locator("#keys")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(sheet.Row(10)).ToContainTextAsync("=60+35");
    });

    [Fact]
    public Task WholeAnnex_AllOfBothColumnsFilled_SaysWhatGoesNowhereAndFillsTheRest() => OnSheetAsync("naiman-tb", async sheet =>
    {
        await sheet.PasteAsync(15, "amount", "0.1\t0.1\r\n\t1.5\r\n8\t20\r\n7\t20\r\n6\t20\r\n2\t95\r\n5\t20\r\n");

        await Expect(sheet.Page.Locator("[data-paste-remarks] p")).ToHaveTextAsync(
            [new Regex("^第16项 .*取右边一列的“1.5”。$"), new Regex("^第20项 .*取“2”，右边一列的“95”不填入。$")]);
        await Expect(sheet.Page.Locator("#paste-title")).ToHaveTextAsync("将填入 7 项指标的 11 个数");
        await ShotAsync(sheet, "paste-remarks");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "确认填入" }).ClickAsync();
        await sheet.ExpectSavedAsync(15, "amount", "0.1");
        await sheet.ExpectSavedAsync(16, "amount", "1.5");
        await sheet.ExpectSavedAsync(20, "amount", "2");
        await sheet.ExpectSavedAsync(21, "denominator", "20");
    });

    [Fact]
    public Task Range_MarkedWithShift_IsCopiedPastedElsewhereAndUndone() => OnSheetAsync("zuohou-tb", async sheet =>
    {
        var keys = sheet.Page.Keyboard;
        await sheet.PasteAsync(17, "numerator", "8\t20\r\n7\t19\r\n");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "确认填入" }).ClickAsync();
        await sheet.ExpectSavedAsync(18, "denominator", "19");

        await sheet.Field(17, "numerator").FocusAsync();
        await sheet.Field(17, "numerator").PressAsync("Control+a");
        await keys.PressAsync("Shift+ArrowRight");
        await keys.PressAsync("Shift+ArrowDown");
        await Expect(sheet.Page.Locator("[data-in-range]")).ToHaveCountAsync(4);
        await ShotAsync(sheet, "range");
        await keys.PressAsync("Control+c");
        await Expect(sheet.Page.Locator("[data-paste-note]")).ToHaveTextAsync("已复制4个数。");

        await sheet.Field(10, "numerator").FocusAsync();
        await keys.PressAsync("Control+v");
        await sheet.Page.GetByRole(AriaRole.Button, new() { Name = "确认填入" }).ClickAsync();
        await sheet.ExpectSavedAsync(10, "numerator", "8");
        await sheet.ExpectSavedAsync(10, "denominator", "20");
        await sheet.ExpectSavedAsync(11, "numerator", "7");
        await sheet.ExpectSavedAsync(11, "denominator", "19");
        Assert.Equal(19m, await portal.StoredAsync(Zuohou, 11, "denominator"));

        await sheet.Field(10, "numerator").PressAsync("Control+z");
        await Expect(sheet.Row(10)).ToHaveAttributeAsync("data-state", "empty");
        await Expect(sheet.Row(11)).ToHaveAttributeAsync("data-state", "empty");
        await sheet.ExpectSavedAsync(18, "denominator", "19");
        Assert.Null(await portal.StoredAsync(Zuohou, 11, "denominator"));
    });

    [Fact]
    public Task SharedNumber_TypedOnce_StandsInBothRowsAndBothValues() => OnSheetAsync("zuohou-tb", async sheet =>
    {
        await sheet.SaveAsync(5, "denominator", "12.5");

        await Expect(sheet.Field(7, "denominator")).ToHaveValueAsync("12.5");
        await Expect(sheet.Row(7)).ToContainTextAsync("与第5项共用：城区（县城）人口与暂住人口合计");
        Assert.Equal((12.5m, 12.5m), (await portal.StoredAsync(Zuohou, 5, "denominator"), await portal.StoredAsync(Zuohou, 7, "denominator")));

        await sheet.SaveAsync(7, "denominator", "12.6");
        await Expect(sheet.Field(5, "denominator")).ToHaveValueAsync("12.6");
    });

    /// <summary>How many whole rows stand between the bar and the foot.</summary>
    private static Task<int> VisibleRowsAsync(EntrySheet sheet) => sheet.Page.EvaluateAsync<int>(
        """
        () => {
          document.querySelector('#row-5').scrollIntoView({ block: 'start' });
          const top = document.querySelector('.sheet .bar').getBoundingClientRect().bottom;
          const bottom = document.querySelector('.sheet .foot').getBoundingClientRect().top;
          return [...document.querySelectorAll('.entry-row')].map(row => row.getBoundingClientRect()).filter(box => box.top >= top - 1 && box.bottom <= bottom + 1).length;
        }
        """);

    private static async Task ShotAsync(EntrySheet sheet, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { } folder)
        {
            await sheet.Page.ScreenshotAsync(new() { Path = $"{folder}/{name}.png" });
        }
    }

    private async Task OnSheetAsync(string clerk, Func<EntrySheet, Task> work, bool isKilled = false)
    {
        await using var visitor = await portal.SignInAsync(browser, clerk);
        await visitor.Page.SetViewportSizeAsync(1366, 768);
        await work(await EntrySheet.OpenAsync(visitor.Page));
        await ShotAsync(new EntrySheet(visitor.Page), clerk);
        if (!isKilled)
        {
            visitor.AssertNoComplaints();
        }
    }
}
