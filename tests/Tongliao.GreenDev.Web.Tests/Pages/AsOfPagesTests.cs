using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Tongliao.GreenDev.Web.Requests;
using Tongliao.GreenDev.Web.Tests.Account;

namespace Tongliao.GreenDev.Web.Tests.Pages;

/// <summary>截至: pages as of a day, their permanent addresses, and what is refused.</summary>
[Collection<ReadersOfDemoSite>]
public sealed class AsOfPagesTests(DemoSite site)
{
    [Theory]
    [InlineData("/dashboard", "/dashboard?period=2025Q3&basis=submitted&only=all&lead=all&asOf=")]
    [InlineData("/dashboard?period=2025Q4&basis=approved&only=behind&lead=shuiwu", "/dashboard?period=2025Q4&basis=approved&only=behind&lead=shuiwu&asOf=")]
    [InlineData("/indicators", "/indicators?period=2025Q3&asOf=")]
    [InlineData("/indicators/2?period=2025Q2&unit=150525", "/indicators/2?period=2025Q2&unit=150525&asOf=")]
    [InlineData("/tasks", "/tasks?period=2025Q4&asOf=")]
    [InlineData("/tasks/1", "/tasks/1?asOf=")]
    [InlineData("/explain/150525/2025Q3/2", "/explain/150525/2025Q3/2?basis=submitted&asOf=")]
    public async Task Permanent_OfAPage_LeadsToItWithEverythingSpelledOutAndTheSameText(string address, string expected)
    {
        using var browser = await site.OpenAsync("lingdao");
        using var shown = await browser.VisitAsync(address);
        var page = await Markup.PageAsync(shown);

        using var led = await browser.VisitAsync(page.QuerySelector("#permanent")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        var target = Browser.TargetOf(led)!;
        Assert.StartsWith(expected, target, StringComparison.Ordinal);
        using var then = await browser.VisitAsync(target);
        var permanent = await Markup.PageAsync(then);
        Assert.Contains("截至2026年1月12日09:59的数据。此后没有变化。", permanent.QuerySelector("#as-of")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(target, permanent.QuerySelector("#permanent")!.GetAttribute("href"));
        Assert.Equal(Tables(page), Tables(permanent));
    }

    [Theory]
    [InlineData("/permanent//evil.example/dashboard")]
    [InlineData("/permanent/https://evil.example")]
    [InlineData("/permanent/dashboard/../entry")]
    [InlineData("/permanent/dashboard%0d%0aLocation:%20https:%2f%2fevil.example")]
    [InlineData("/permanent/entry")]
    [InlineData("/permanent/admin/users")]
    [InlineData("/permanent")]
    public async Task Permanent_OfWhatIsNoSuchPage_IsNotFound(string address)
    {
        using var browser = await site.OpenAsync("lingdao");

        using var answer = await browser.VisitAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/dashboard", "?a=https://evil.example&asOf=2020-01-01", "/dashboard?a=https%3A%2F%2Fevil.example&asOf=2025-11-28T08%3A00%3A00")]
    [InlineData("/tasks/3", "", "/tasks/3?asOf=2025-11-28T08%3A00%3A00")]
    public void PermanentAddress_KeepsTheQueryAndSetsTheMoment(string path, string query, string expected) =>
        Assert.Equal(expected, PermanentAddress.Of(path, query, "2025-11-28T08:00:00"));

    [Theory]
    [InlineData("2026-01-12", "今天还没有结束")]
    [InlineData("2026-02-01", "还没有到")]
    [InlineData("2026-01-12T18:00", "还没有到")]
    [InlineData("gestern", "无法识别")]
    [InlineData("2025-13-01", "无法识别")]
    [InlineData("9999-12-31", "还没有到")]
    public async Task AsOf_ThatHasNotComeOrIsNone_IsRefusedWithWords(string asOf, string words)
    {
        using var browser = await site.OpenAsync("lingdao");
        foreach (var page in new[] { "/dashboard", "/indicators", "/indicators/2", "/tasks", "/tasks/1", "/explain/150525/2025Q3/2" })
        {
            using var answer = await browser.VisitAsync($"{page}?asOf={asOf}");

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(words, (await Markup.PageAsync(answer)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("2023-12-31")]
    public async Task AsOf_BeforeThePlan_ShowsThatNothingWasReported(string day)
    {
        var page = await site.PageAsync("lingdao", $"/dashboard?asOf={day}");

        Assert.Contains("本期未开放", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#matrix td.is-green, #matrix td.is-red, #matrix td.is-amber"));
    }

    [Fact]
    public async Task Dashboard_AsOfADay_ShowsTheNumbersOfThenSaysWhatChangedAndKeepsTheDayInItsLinks()
    {
        var then = await site.PageAsync("lingdao", "/dashboard?period=2025Q3&asOf=2025-10-12");
        var now = await site.PageAsync("lingdao", "/dashboard?period=2025Q3");

        Assert.NotEqual(Tables(now), Tables(then));
        Assert.Matches("截至2025年10月12日的数据。此后[0-9]+个数值、[0-9]+个灯色", then.QuerySelector("#as-of")!.TextContent);
        var changes = then.QuerySelectorAll("#since tbody tr");
        Assert.Equal(Differing(then, now).Count(), changes.Length);
        Assert.Equal("/dashboard?period=2025Q3&basis=submitted&only=all&lead=all", then.QuerySelector("#as-of a")!.GetAttribute("href"));
        Assert.All(then.QuerySelectorAll(".filters a:not(#permanent), .periods a, #matrix a, #export-annex"), link =>
            Assert.Contains("asOf=2025-10-12", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Null(now.QuerySelector("#as-of"));
    }

    [Fact]
    public async Task Explanation_AsOfADay_SaysWhatTheLightHasBecomeAsTheDashboardDoes()
    {
        var then = await site.PageAsync("lingdao", "/dashboard?period=2025Q3&asOf=2025-10-12");
        var now = await site.PageAsync("lingdao", "/dashboard?period=2025Q3");
        var lines = Differing(then, now).Zip(then.QuerySelectorAll("#since tbody tr").Select(line => line.TextContent)).ToDictionary();
        var cells = then.QuerySelectorAll("#matrix [data-cell]").Select(cell => cell.GetAttribute("data-cell")!).ToList();
        string[] some =
        [
            lines.Keys.First(cell => cell.EndsWith("-150500", StringComparison.Ordinal)),
            lines.Keys.First(cell => !cell.EndsWith("-150500", StringComparison.Ordinal)),
            cells.First(cell => !lines.ContainsKey(cell)),
        ];

        foreach (var cell in some)
        {
            var page = await site.PageAsync("lingdao", $"/explain/{cell.Split('-')[1]}/2025Q3/{cell.Split('-')[0]}?asOf=2025-10-12");

            Assert.Equal(lines.TryGetValue(cell, out var line) ? [line] : [], page.QuerySelectorAll("#since tbody tr").Select(change => change.TextContent));
            Assert.Contains(line is null ? "此后没有变化" : "有变化", page.QuerySelector("#as-of")!.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>Cells whose text differs.</summary>
    private static IEnumerable<string> Differing(IHtmlDocument then, IHtmlDocument now) => then.QuerySelectorAll("#matrix [data-cell]")
        .Where(cell => cell.TextContent != now.QuerySelector($"#matrix [data-cell='{cell.GetAttribute("data-cell")}']")!.TextContent)
        .Select(cell => cell.GetAttribute("data-cell")!);

    private static IReadOnlyList<string> Tables(IHtmlDocument page) => [.. page.QuerySelectorAll("main table:not(#since table) td, main table:not(#since table) th, .kpi dd").Select(cell => cell.Text().Trim())];
}
