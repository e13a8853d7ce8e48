using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

[assembly: AssemblyFixture(typeof(Tongliao.GreenDev.EndToEnd.Tests.PortalBrowser))]

namespace Tongliao.GreenDev.EndToEnd.Tests;

/// <summary>The main job in a browser, on an empty installation: from the first password to the annex in Excel.</summary>
public sealed class JourneyTests(PortalBrowser browser) : IAsyncLifetime
{
    private const string Naiman = "150525";
    private const string Period = "2024Q1";
    private const string ReturnReason = "分子与台账不符，请核对。";
    private const string Answer = "已按台账改正分子。";
    private const string ActingReason = "牵头部门来函委托代为审核。";
    private const string CountyReview = $"/review/county?period={Period}";
    private const string CityReview = $"/review/{Naiman}?period={Period}";

    private readonly PortalProcess portal = new();
    private readonly HttpClient api = new();
    private readonly Dictionary<string, string> passwords = [];

    public async ValueTask InitializeAsync()
    {
        await CreateUserAsync("clerk", "clerk", "--region", Naiman);
        await CreateUserAsync("county", "countyReviewer", "--region", Naiman);
        await CreateUserAsync("bureau", "bureau");
        var token = await portal.LastLineAsync("create-token", "--user", "bureau");
        await portal.ServeAsync();

        api.BaseAddress = new Uri(portal.Address);
        api.DefaultRequestHeaders.Authorization = new("Bearer", token);
        (await api.PostAsJsonAsync($"/api/v1/periods/{Period}/open", new { due = "2024-04-15" })).EnsureSuccessStatusCode();
        (await api.PutAsJsonAsync($"/api/v1/targets/{Naiman}/20/2024", new { value = 6, document = "测试文件1号", effectiveFrom = "2024-01-01" }))
            .EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync()
    {
        api.Dispose();
        return portal.DisposeAsync();
    }

    [Fact]
    public async Task Quarter_FilledReturnedAnsweredApprovedLockedCorrected_LightsByTheRulesAnnexAsPublishedAndASecondRelease()
    {
        await using var clerk = await VisitorAsync("clerk");
        await FillAsync(clerk.Page, QuarterOfNaiman.Rows);
        await SubmitAsync(clerk.Page);

        await using var county = await VisitorAsync("county");
        await ApproveAllAsync(county.Page, CountyReview, 21);

        await using var bureau = await VisitorAsync("bureau");
        await ReturnByKeyboardAsync(bureau.Page);

        await clerk.Page.GotoAsync($"/entry?period={Period}");
        await Expect(Row(clerk.Page, 2).Locator("[data-returned]")).ToContainTextAsync(ReturnReason);
        await FillAsync(clerk.Page, [QuarterOfNaiman.Corrected]);
        await Row(clerk.Page, 2).Locator("textarea[data-field='answer']").FillAsync(Answer);
        await Row(clerk.Page, 2).Locator("textarea[data-field='answer']").PressAsync("Tab");
        await SubmitAsync(clerk.Page);
        await ApproveSecondRoundByKeyboardAsync(county.Page, CountyReview);
        await ApproveSecondRoundByKeyboardAsync(bureau.Page, CityReview, ActingReason);
        await ApproveAllAsync(bureau.Page, CityReview, 20, ActingReason);

        await AssertLightsAsync(bureau.Page);
        await AssertAnnexAsync(bureau.Page);
        await LockAsync();
        await CorrectAsync(clerk.Page, bureau.Page);
        clerk.AssertNoComplaints();
        county.AssertNoComplaints();
        bureau.AssertNoComplaints();
    }

    private static ILocator Row(IPage page, int indicator) => page.Locator($".entry-row[data-indicator='{indicator}']");

    private static async Task FillAsync(IPage page, IReadOnlyList<TypedRow> rows)
    {
        await page.GotoAsync($"/entry?period={Period}");
        foreach (var row in rows)
        {
            var fields = Row(page, row.Number).Locator("input[data-field][data-mirror-key]");
            await Expect(fields).ToHaveCountAsync(row.Typed.Length);
            for (var i = 0; i < row.Typed.Length; i++)
            {
                // Typed key by key, and left with Tab, as a person does.
                await fields.Nth(i).ClickAsync();
                await fields.Nth(i).PressAsync("Control+A");
                await fields.Nth(i).PressSequentiallyAsync(row.Typed[i]);
                await fields.Nth(i).PressAsync("Tab");
            }

            if (row.Light == "Red")
            {
                var measures = Row(page, row.Number).Locator("textarea[data-field='explanation-no_remedy-result']");
                await measures.FillAsync("由住建部门负责，年底前完成剩余工程。");
                await measures.PressAsync("Tab");
            }

            await Expect(Row(page, row.Number)).ToHaveAttributeAsync("data-state", "saved");
        }
    }

    private static async Task SubmitAsync(IPage page)
    {
        // From the field that the hands are in.
        await Expect(page.Locator("#submit")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator("#confirm-submit")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#done")).ToContainTextAsync("已上报");
        await Expect(page.Locator("#done")).ToBeFocusedAsync();
    }

    private static async Task<ActScreen> ReviewAsync(IPage page, string address)
    {
        var screen = await ActScreen.OpenAsync(page, address);
        await Expect(page.Locator("article [data-approve]").First).ToBeEnabledAsync();
        return screen;
    }

    private static ILocator Card(IPage page, int indicator) => page.Locator($"article#row-{indicator}");

    /// <summary>Goes down to a row, which is ready for keys once it has been looked at for a moment.</summary>
    private static async Task GoToAsync(IPage page, int indicator)
    {
        while (await page.EvaluateAsync<string>("document.activeElement.id") != $"row-{indicator}")
        {
            await page.Keyboard.PressAsync("j");
        }

        await Expect(page.Locator($"#row-{indicator}[data-ready]")).ToBeFocusedAsync();
    }

    private static async Task ApproveAllAsync(IPage page, string address, int count, string? reason = null)
    {
        var screen = await ReviewAsync(page, address);
        await page.Locator("#approve-all").ClickAsync();
        await Expect(screen.Dialog.Locator("#summary")).ToContainTextAsync($"{count} 项");
        await Expect(screen.Dialog.Locator("#summary [data-mark='Red']")).ToHaveCountAsync(1);
        if (reason is not null)
        {
            await screen.Field("代审原因").FillAsync(reason);
        }

        await screen.SendAsync();
        await Expect(screen.Done).ToHaveTextAsync($"已审核通过 {count} 项。");
        await Expect(page.Locator("[data-none]")).ToContainTextAsync("都已办理");
    }

    private static async Task ReturnByKeyboardAsync(IPage page)
    {
        var screen = await ReviewAsync(page, CityReview);
        await GoToAsync(page, 2);
        await page.Keyboard.PressAsync("r");
        var reason = page.Locator("#reason-2");
        await Expect(reason).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(Card(page, 2).Locator(".field-error")).ToContainTextAsync("请填写退回原因");

        // Letters are text here; left and come back to, the text is still there.
        await page.Keyboard.TypeAsync("jar");
        await page.Keyboard.PressAsync("Escape");
        await Expect(Card(page, 2)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(reason).ToHaveValueAsync("jar");
        await reason.FillAsync(ReturnReason);
        await page.Keyboard.PressAsync("Control+Enter");

        await Expect(screen.Done).ToHaveTextAsync("第2项已退回，还有 20 项。");
        await Expect(Card(page, 3)).ToBeFocusedAsync();
        await Expect(Card(page, 2)).ToHaveCountAsync(0);
    }

    private static async Task ApproveSecondRoundByKeyboardAsync(IPage page, string address, string? actingReason = null)
    {
        var screen = await ReviewAsync(page, address);
        await Expect(Card(page, 2).Locator("[data-amended]").First).ToContainTextAsync("退回时 40 → 52");
        await Expect(Card(page, 2).Locator("[data-returned]")).ToContainTextAsync(ReturnReason);
        await Expect(Card(page, 2).Locator("[data-answer]")).ToHaveTextAsync($"答复：{Answer}");
        await GoToAsync(page, 2);
        await page.Keyboard.PressAsync("a");
        if (actingReason is not null)
        {
            await Expect(page.Locator("#acting-2")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(actingReason);
            await page.Keyboard.PressAsync("Control+Enter");
        }

        await Expect(screen.Done).ToContainTextAsync("第2项已审核通过");
    }

    private async Task LockAsync()
    {
        foreach (var act in new[] { "close", "lock" })
        {
            (await api.PostAsJsonAsync($"/api/v1/periods/{Period}/{act}", new { })).EnsureSuccessStatusCode();
        }
    }

    /// <summary>更正 of a locked value: asked for by the county, decided by the bureau, and out as the second release.</summary>
    private static async Task CorrectAsync(IPage clerk, IPage bureau)
    {
        var asked = await ActScreen.OpenAsync(clerk, $"/history/{Naiman}/{Period}/11");
        await clerk.Locator("[data-act='Request']").ClickAsync();
        await asked.Dialog.GetByRole(AriaRole.Textbox).First.FillAsync("95");
        await asked.Dialog.Locator("#act-reason").FillAsync("分子漏计七处设施，台账已更正。");
        await asked.SendAsync();
        await Expect(asked.Dialog.Locator("[data-supported]")).ToBeVisibleAsync();
        await asked.Dialog.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).ClickAsync();
        await Expect(asked.Done).ToBeVisibleAsync();

        var decided = await ActScreen.OpenAsync(bureau, "/corrections");
        await bureau.Locator("[data-act='Decide']").ClickAsync();
        await Expect(decided.Dialog.Locator("#changes")).ToContainTextAsync("达标");
        await decided.Dialog.Locator("#act-choice").SelectOptionAsync("Approve");
        await decided.Dialog.Locator("#act-reason").FillAsync("已核对台账，同意更正。");
        await decided.SendAsync();
        await Expect(decided.Done).ToContainTextAsync("已批准");

        await bureau.GotoAsync($"/releases/{Period}/2");
        await Expect(bureau.Locator($"#changes [data-cell='11-{Naiman}']")).ToContainTextAsync("95.0");
        await Expect(bureau.Locator("#correction")).ToContainTextAsync("88 → 95");
    }

    private static async Task AssertLightsAsync(IPage page)
    {
        await page.GotoAsync($"/dashboard?period={Period}&basis=approved");
        foreach (var row in QuarterOfNaiman.Rows.Select(row => row.Number == 2 ? QuarterOfNaiman.Corrected : row))
        {
            var cell = page.Locator($"[data-cell='{row.Number}-{Naiman}']");
            await Expect(cell).ToHaveAttributeAsync("data-state", row.Light);
            await Expect(cell).ToContainTextAsync(row.Displayed);
        }

        await Expect(page.Locator("[data-cell='2-150500']")).ToHaveAttributeAsync("data-state", "Incomplete");
        await page.Locator($"[data-cell='20-{Naiman}'] a").ClickAsync();
        await Expect(page.Locator(".drawer .explanation")).ToContainTextAsync("判为滞后");
    }

    /// <summary>All text of the first sheet, in reading order and without white space, is the annex of the published text.</summary>
    private static async Task AssertAnnexAsync(IPage page)
    {
        await page.GotoAsync($"/dashboard?period={Period}");
        await page.Locator(".export summary").ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#export-annex").ClickAsync());
        var path = await download.PathAsync();

        using var workbook = ZipFile.OpenRead(path);
        var sheet = WorkbookText.FirstSheet(workbook);
        Assert.Equal(PublishedText.Annex(), Regex.Replace(sheet, @"\s", ""));
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
    }

    private async Task CreateUserAsync(string name, string role, params string[] office) =>
        passwords[name] = await portal.LastLineAsync(["create-user", "--name", name, "--role", role, .. office]);

    private async Task<PortalVisitor> VisitorAsync(string name)
    {
        var visitor = await browser.VisitorAsync(portal.Address);
        await visitor.SignInFirstTimeAsync(name, passwords[name]);
        return visitor;
    }
}

/// <summary>Reads cells without the library that wrote them.</summary>
internal static class WorkbookText
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static string FirstSheet(ZipArchive workbook)
    {
        var strings = Load(workbook, "xl/sharedStrings.xml").Root!.Elements(Main + "si").Select(item => item.Value).ToList();
        var sheetEntry = workbook.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal).First();
        // An empty cell of a merged range may bear the type of a text and hold none.
        return string.Concat(Load(workbook, sheetEntry.FullName).Descendants(Main + "c").Select(cell =>
            (string?)cell.Attribute("t") == "s" && cell.Element(Main + "v") is { } place ? strings[(int)place] : cell.Value));
    }

    private static XDocument Load(ZipArchive workbook, string name)
    {
        using var stream = workbook.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}

/// <summary>The annex as it stands in the published text that the project carries.</summary>
internal static class PublishedText
{
    public static string Annex()
    {
        using var stream = typeof(Application.ApplicationServices).Assembly.GetManifestResourceStream("plan-text.txt")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var from = text.LastIndexOf("附件", StringComparison.Ordinal);
        return Regex.Replace(text[from..], @"\s", "");
    }
}
