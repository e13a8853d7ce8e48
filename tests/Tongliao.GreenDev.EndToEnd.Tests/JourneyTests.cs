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

    private readonly PortalProcess portal = new();
    private readonly Dictionary<string, string> passwords = [];

    public async ValueTask InitializeAsync()
    {
        await CreateUserAsync("clerk", "clerk", "--region", Naiman);
        await CreateUserAsync("county", "countyReviewer", "--region", Naiman);
        await CreateUserAsync("bureau", "bureau");
        var token = await portal.LastLineAsync("create-token", "--user", "bureau");
        await portal.ServeAsync();

        using var api = new HttpClient { BaseAddress = new Uri(portal.Address) };
        api.DefaultRequestHeaders.Authorization = new("Bearer", token);
        (await api.PostAsJsonAsync($"/api/v1/periods/{Period}/open", new { due = "2024-04-15" })).EnsureSuccessStatusCode();
        (await api.PutAsJsonAsync($"/api/v1/targets/{Naiman}/20/2024", new { value = 6, document = "测试文件1号", effectiveFrom = "2024-01-01" }))
            .EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Quarter_FilledReviewedReturnedCorrectedApproved_LightsByTheRulesAndAnnexAsPublished()
    {
        await using var clerk = await VisitorAsync("clerk");
        await FillAsync(clerk.Page, QuarterOfNaiman.Rows);
        await SubmitAsync(clerk.Page);

        await using var county = await VisitorAsync("county");
        await ApproveAllAsync(county.Page, $"/review/county?period={Period}");

        await using var bureau = await VisitorAsync("bureau");
        await ReturnAsync(bureau.Page, indicator: 2);

        await clerk.Page.GotoAsync($"/entry?period={Period}");
        await Expect(Row(clerk.Page, 2).Locator("[data-returned]")).ToContainTextAsync(ReturnReason);
        await FillAsync(clerk.Page, [QuarterOfNaiman.Corrected]);
        await SubmitAsync(clerk.Page);
        await ApproveAllAsync(county.Page, $"/review/county?period={Period}");
        await ApproveAllAsync(bureau.Page, $"/review/{Naiman}?period={Period}");

        await AssertLightsAsync(bureau.Page);
        await AssertAnnexAsync(bureau.Page);
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

    private static async Task ApproveAllAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        if (await page.Locator("textarea[name='Decision.ActingReason']").CountAsync() > 0)
        {
            await page.Locator("textarea[name='Decision.ActingReason']").FillAsync("牵头部门来函委托代为审核。");
        }

        await page.Locator("button[value='approve-all']").ClickAsync();
        await Expect(page.Locator(".notice.is-green")).ToContainTextAsync("已通过");
    }

    private static async Task ReturnAsync(IPage page, int indicator)
    {
        await page.GotoAsync($"/review/{Naiman}?period={Period}");
        await page.Locator($"input[name='Decision.Chosen[{indicator}]']").CheckAsync();
        await page.Locator("button[value='return']").ClickAsync();
        await Expect(page.Locator(".field-error")).ToContainTextAsync("原因");
        await page.Locator("textarea[name='Decision.Reason']").FillAsync(ReturnReason);
        await Expect(page.Locator($"input[name='Decision.Chosen[{indicator}]']")).ToBeCheckedAsync();
        await page.Locator("button[value='return']").ClickAsync();
        await Expect(page.Locator(".notice.is-green")).ToContainTextAsync("已退回");
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
