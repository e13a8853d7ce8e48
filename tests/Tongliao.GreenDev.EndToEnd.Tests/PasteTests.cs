using System.Text.RegularExpressions;

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>A block copied from a table lands in the rows it is meant for, after the clerk has seen it, or nowhere.</summary>
public sealed class PasteTests(PortalBrowser browser, DemoPortal portal) : IClassFixture<DemoPortal>
{
    private const string Zuohou = "150522";
    private const string Naiman = "150525";
    private const string Zhalute = "150526";

    [Fact]
    public Task Block_WithARemarkColumn_IsRefusedWhole() => OnSheetAsync("zuohou-tb", async sheet =>
    {
        var before = await NumbersAsync(Zuohou);

        await sheet.PasteAsync(9, "numerator", "12.5\t37.1\t\"来源：甲\n2025年年报\"\r\n31.1\t32.2\r\n33.9\t38.3\r\n");
        await Expect(Dialog(sheet).Locator("[data-paste-faults] li")).ToHaveTextAsync([new Regex("第9项.*只有2个数.*多出“来源：甲 2025年年报”")]);
        await Dialog(sheet).GetByRole(AriaRole.Button, new() { Name = "知道了" }).ClickAsync();

        await Expect(Dialog(sheet)).ToBeHiddenAsync();
        Assert.Equal(before, await NumbersAsync(Zuohou));
    });

    [Fact]
    public Task Block_PastedIntoAFilteredSheet_NamesHiddenRowsAndFollowsTheAnnex() => OnSheetAsync("zuohou-tb", async sheet =>
    {
        await sheet.SaveAsync(17, "numerator", "3");
        await sheet.SaveAsync(17, "denominator", "4");
        await sheet.SaveAsync(18, "denominator", "200");
        await sheet.SaveAsync(18, "numerator", "50");
        await sheet.EnterAsync(16, "amount", "");
        await Expect(sheet.Row(16)).ToHaveAttributeAsync("data-state", new Regex("empty|saved"));
        await sheet.EnterAsync(20, "amount", "");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "未填", Exact = true }).ClickAsync();
        await Expect(sheet.Row(17)).ToHaveCountAsync(0);

        await sheet.PasteAsync(16, "amount", "1.2\r\n30\t100\r\n60\t150\r\n");
        await Expect(Dialog(sheet).Locator("[data-paste-hidden]")).ToContainTextAsync("第17项");
        await Expect(Dialog(sheet).Locator("[data-paste-hidden]")).ToContainTextAsync("第18项");
        await Expect(Dialog(sheet).Locator("[data-paste-cell='17:numerator'] td")).ToHaveTextAsync([new Regex("."), new Regex("^3$"), new Regex("^30 万平方米$")]);
        Assert.Equal(3m, await portal.StoredAsync(Zuohou, 17, "numerator"));

        await Dialog(sheet).GetByRole(AriaRole.Button, new() { Name = "确认填入" }).ClickAsync();
        await Expect(sheet.Field(16, "amount")).ToHaveValueAsync("1.2");
        await sheet.Page.GetByRole(AriaRole.Link, new() { Name = "全部", Exact = true }).ClickAsync();
        await sheet.ExpectSavedAsync(16, "amount", "1.2");
        await sheet.ExpectSavedAsync(17, "numerator", "30");
        await sheet.ExpectSavedAsync(17, "denominator", "100");
        await sheet.ExpectSavedAsync(18, "numerator", "60");
        await sheet.ExpectSavedAsync(18, "denominator", "150");
        Assert.Null(await portal.StoredAsync(Zuohou, 20, "amount"));
        Assert.Equal(100m, await portal.StoredAsync(Zuohou, 17, "denominator"));
    });

    [Fact]
    public Task Block_Cancelled_WritesNothing_AndEmptyCellsLeaveFieldsAlone() => OnSheetAsync("naiman-tb", async sheet =>
    {
        await sheet.SaveAsync(15, "amount", "0.4");
        await sheet.SaveAsync(16, "amount", "0.8");
        var before = await NumbersAsync(Naiman);

        await sheet.PasteAsync(15, "amount", "0.5\r\n0.9");
        await Dialog(sheet).GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await Expect(Dialog(sheet)).ToBeHiddenAsync();
        await Expect(sheet.Field(15, "amount")).ToHaveValueAsync("0.4");
        Assert.Equal(before, await NumbersAsync(Naiman));

        await sheet.PasteAsync(14, "numerator", "\t\r\n\t\r\n0.9\r\n");
        await Expect(Dialog(sheet)).ToContainTextAsync("空单元格不改动原有的数");
        await Dialog(sheet).GetByRole(AriaRole.Button, new() { Name = "确认填入" }).ClickAsync();
        await sheet.ExpectSavedAsync(16, "amount", "0.9");
        Assert.Equal(0.4m, await portal.StoredAsync(Naiman, 15, "amount"));
    });

    [Fact]
    public Task OneRow_IsFilledAtOnce_TheFieldBeingTypedInToo() => OnSheetAsync("zhalute-tb", async sheet =>
    {
        await sheet.TypeAsync(6, "numerator", "7");
        await sheet.PasteAsync(6, "numerator", "1234.5\t2000\r\n");

        await Expect(sheet.Field(6, "numerator")).ToHaveValueAsync("1,234.5");
        await sheet.ExpectSavedAsync(6, "numerator", "1,234.5");
        await sheet.ExpectSavedAsync(6, "denominator", "2,000");
        await Expect(sheet.Field(6, "numerator")).ToBeFocusedAsync();
        await sheet.ExpectNothingUnsavedAsync();
        Assert.Equal(1234.5m, await portal.StoredAsync(Zhalute, 6, "numerator"));
    });

    [Fact]
    public Task Block_TooLargeForTheLine_IsRefusedInWords() => OnSheetAsync("zhalute-tb", async sheet =>
    {
        await sheet.PasteAsync(9, "numerator", "1\t2\t" + new string('说', 20_000));

        await Expect(sheet.Page.Locator("[data-paste-note]")).ToContainTextAsync("太多，没有填入任何数据");
        await sheet.SaveAsync(15, "amount", "0.7");
    });

    [Theory]
    [InlineData("EntryPaste")]
    [InlineData("EntrySheet")]
    public async Task Field_ScriptNotThereYet_IsNotOpenToWhatWouldBeLost(string script)
    {
        await using var clerk = await portal.SignInAsync(browser, "zhalute-tb");
        var (asked, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        await clerk.Page.RouteAsync($"**/{script}.razor*.js", async route =>
        {
            asked.TrySetResult();
            await hold.Task;
            await route.ContinueAsync();
        });

        await clerk.Page.GotoAsync(EntrySheet.Path);
        await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(PortalBrowser.ExpectMilliseconds), TestContext.Current.CancellationToken);
        var sheet = new EntrySheet(clerk.Page);
        await Expect(sheet.Field(7, "numerator")).ToBeDisabledAsync();
        await Expect(sheet.Live).ToHaveCountAsync(0);

        hold.SetResult();
        await sheet.ExpectLiveAsync();
        await sheet.PasteAsync(7, "numerator", "12.5\t20");
        await sheet.ExpectSavedAsync(7, "numerator", "12.5");
        await sheet.ExpectSavedAsync(7, "denominator", "20");
    }

    private async Task OnSheetAsync(string loginName, Func<EntrySheet, Task> act)
    {
        await using var clerk = await portal.SignInAsync(browser, loginName);
        await act(await EntrySheet.OpenAsync(clerk.Page));
        clerk.AssertNoComplaints();
    }

    private static ILocator Dialog(EntrySheet sheet) => sheet.Page.Locator("#paste");

    /// <summary>#9 to #18 as stored.</summary>
    private async Task<string> NumbersAsync(string region)
    {
        var numbers = new List<string>();
        foreach (var (indicator, field) in new[] { (9, "numerator"), (9, "denominator"), (10, "numerator"), (11, "numerator"), (15, "amount"), (16, "amount") })
        {
            numbers.Add($"{indicator}:{await portal.StoredAsync(region, indicator, field)}");
        }

        return string.Join(' ', numbers);
    }
}
